/**
 * Places in a script that turn text into code: `eval(…)` and `new Function(…)`. A page whose content security policy
 * forbids `unsafe-eval` refuses them. (Lodash's `Function('return this')()` is another matter: it is there for engines
 * that know no global object by name, and no browser reaches it.)
 * @returns each with a little of what surrounds it
 */
export function evaluatingCode(script: string): string[] {
  return [...script.matchAll(/(?<![\w$.])(?:eval|new Function)\((?=["'`\w])/g)].map(({ index }) =>
    script.slice(Math.max(0, index - 40), index + 60).replaceAll(/\s+/g, ' '),
  );
}
