import type { Problem } from '../../../../schemas/report/problem';

/** The part of a problem that the form shows, its pointer counted from the node that is being edited. */
export type NodeProblem = Pick<Problem, 'severity' | 'pointer' | 'message'>;

/** The problems of a report that are about one node or something in it. */
export function problemsOf(problems: readonly Problem[], node: string): NodeProblem[] {
  return problems
    .filter(({ pointer }) => pointer === node || pointer.startsWith(`${node}/`))
    .map(({ severity, pointer, message }) => ({ severity, pointer: pointer.slice(node.length), message }));
}

const at = (pointer: string) => (problem: NodeProblem) => problem.pointer === pointer;
const inside = (pointer: string) => (problem: NodeProblem) => problem.pointer.startsWith(`${pointer}/`);

/** Whether a problem of an object says that this property is missing: it then stands beside the property's control. */
function saysMissing(problem: NodeProblem, parent: string, name: string): boolean {
  return problem.pointer === parent && problem.message.includes(`"${name}"`);
}

/**
 * Problems to show beside one control. `whole`: the control edits everything below its pointer, so deeper problems are
 * its own. `missing`: the property is not there, so its parent's complaint about it is, too.
 */
export function besideControl(
  problems: readonly NodeProblem[],
  pointer: string,
  { whole, missing }: { whole: boolean; missing: boolean },
): NodeProblem[] {
  const cut = pointer.lastIndexOf('/');
  return problems.filter(
    (problem) =>
      at(pointer)(problem) ||
      (whole && inside(pointer)(problem)) ||
      (missing && cut >= 0 && saysMissing(problem, pointer.slice(0, cut), pointer.slice(cut + 1))),
  );
}

/** Problems of an object that none of the controls for its properties shows: unknown properties among them. */
export function ofObject(
  problems: readonly NodeProblem[],
  pointer: string,
  shown: readonly string[],
  missing: readonly string[],
): NodeProblem[] {
  return problems.filter((problem) => {
    if (at(pointer)(problem)) return !missing.some((name) => saysMissing(problem, pointer, name));
    if (!inside(pointer)(problem)) return false;
    const step = problem.pointer.slice(pointer.length + 1).split('/')[0] ?? '';
    return !shown.includes(step);
  });
}
