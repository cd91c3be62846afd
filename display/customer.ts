import type { Arrangement, Compiled, Report } from './compiled';
import type { Environment } from './environment';
import { explainLayout } from './explain';
import type { Facts } from './facts';
import { genericPanel, wholePanel } from './generic';
import { highlightReports, highlightsOf } from './highlights';
import { isObject } from './json';
import type { Json } from './json';
import { arrangementOf, decide, judge } from './layout';
import type { Decision } from './layout';
import { panelOf } from './panel';
import { project } from './project';
import { readContext } from './read-context';
import type { Stage } from './row';
import type { HighlightView, PanelView } from './view';

/** Everything that a view is made from. */
export interface ViewInput {
  /** The task's `context` attribute, as it is. Undefined: the task has none. */
  context?: Json | undefined;
  /** What the server sent, or raw traits in the editor's preview; projected here in either case. Undefined or null: not here. */
  traits?: Json | null | undefined;
  /** The server's texts for masked traits, by JSON Pointer. */
  masked?: Readonly<Record<string, string>> | undefined;
  /** What conditions look at, without the context. Leave traits out unless they are raw. */
  facts: Facts;
  /** The server's decision; until it has answered, the engine decides from `facts`. */
  decision?: Decision | undefined;
  env: Environment;
  /** Say of every row why it is there, for admins. */
  debug?: boolean;
}

/** What the plugin lays out. */
export interface View {
  layout: { name: string | null; /** A sentence for admins. */ why: string };
  highlights: HighlightView[];
  context: PanelView;
  /** Null: traits are not here, or may not be shown. */
  traits: PanelView | null;
  /** What in the document has no effect here, for admins. */
  reports: Report[];
}

/**
 * The view model of one customer. Pure and total: any document that went through `compile`, any data.
 *
 * @param compiled The compiled document; null when nothing was ever published, which shows everything; `UNUSABLE` when
 *   what is published cannot be used, which shows the context and no traits.
 */
export function view(compiled: Compiled | null, input: ViewInput): View {
  const context = readContext(input.context);
  if (compiled === null || !compiled.usable) return withoutDocument(compiled, context, input);
  const facts: Facts = { ...input.facts, context };
  const decision = input.decision ?? decide(compiled, facts);
  const arrangement = arrangementOf(compiled, decision);
  const stage = stageOf(compiled, arrangement, decision, facts, context, input);
  const contextPanel = panelOf('context', stage);
  const traitsPanel = stage.data.traits === undefined ? null : panelOf('traits', stage);
  return {
    layout: { name: arrangement.name, why: explainLayout(compiled, arrangement, input.decision !== undefined) },
    highlights: highlightsOf(stage),
    context: contextPanel.view,
    traits: traitsPanel?.view ?? null,
    reports: [
      ...compiled.reports,
      ...highlightReports(stage),
      ...contextPanel.reports,
      ...(traitsPanel?.reports ?? []),
    ],
  };
}

function stageOf(
  compiled: Compiled,
  arrangement: Arrangement,
  decision: Decision,
  facts: Facts,
  context: Json | undefined,
  input: ViewInput,
): Stage {
  const seen = project(compiled, decision, 'context', context);
  const traits = project(compiled, decision, 'traits', input.traits ?? undefined);
  return {
    arrangement,
    data: { context: seen.data, traits: traits.data },
    masked: { context: seen.masked, traits: { ...traits.masked, ...input.masked } },
    judged: judge(decision, facts),
    roles: facts.worker?.roles ?? [],
    env: input.env,
    debug: input.debug === true,
  };
}

function generic(source: 'context' | 'traits', data: Json, env: Environment): PanelView {
  return isObject(data) ? genericPanel(source, data, env) : wholePanel(source, data, env);
}

function withoutDocument(compiled: Compiled | null, context: Json | undefined, input: ViewInput): View {
  const traits = project(compiled, { layout: null, truths: {} }, 'traits', input.traits ?? undefined).data;
  return {
    layout: { name: null, why: explainLayout(compiled, null, false) },
    highlights: [],
    context: generic('context', context ?? {}, input.env),
    traits: traits === undefined ? null : generic('traits', traits, input.env),
    reports: [...(compiled?.reports ?? [])],
  };
}
