/** One execution of a flow: its variables and the steps it took, as Studio keeps them. */
import type { Json, JsonObject } from '../../display/json';
import { changesBetween, type Change } from './changes';
import { render, valueOf } from './liquid';
import { runFunction, type FunctionCall, type FunctionResult } from './run-function';
import { split, type Condition } from './split';

/** Studio stops an execution that runs the same widget this many times in a row. */
const SAME_WIDGET_MOST = 10;

interface StepBase {
  number: number;
  widget: string;
  transition: string;
  /** Why this transition, as a sentence. */
  reason: string;
}

export interface FunctionStep extends StepBase {
  type: 'run-function';
  ms: number;
  request: { url: string; parameters: Record<string, string>; signed: boolean };
  response?: NonNullable<FunctionResult['response']>;
  /** What the run did to the widget's `parsed`. */
  changes: Change[];
  /** Top-level keys of `parsed` that this answer did not hold: still there from an earlier run. */
  kept: string[];
}

export interface SplitStep extends StepBase {
  type: 'split-based-on';
  variable: string;
  /** Null when the path leads nowhere. */
  value: Json;
}

export type Step = FunctionStep | SplitStep;

export interface FunctionWidget {
  widget: string;
  /** Parameters as written in the flow: Liquid allowed. */
  parameters: Record<string, string>;
}

export interface SplitWidget {
  widget: string;
  /** `{{widgets.…}}` */
  variable: string;
  conditions: readonly Condition[];
}

/** The widget cannot run at all: a sentence for the person at the page. */
export class FlowError extends Error {}

export class Execution {
  readonly steps: Step[] = [];
  /** `{widgets: {name: {parsed, body, status_code, content_type}}}`: what `{{widgets.…}}` reads. */
  readonly variables: { widgets: Record<string, JsonObject> } = { widgets: {} };

  constructor(readonly id: string) {}

  async runFunction(widget: FunctionWidget, call: Omit<FunctionCall, 'parameters'>): Promise<FunctionStep> {
    this.countRun(widget.widget);
    const scope: JsonObject = this.variables;
    const parameters = Object.fromEntries(
      Object.entries(widget.parameters).map(([name, template]) => [name, render(template, scope)]),
    );
    const { parsed, ...result } = await runFunction({ ...call, parameters });
    const before = this.parsedOf(widget.widget);
    // Merged key by key, not replaced: what an earlier run left stays until an answer overwrites it.
    const after = parsed === undefined ? before : { ...before, ...parsed };
    this.variables.widgets[widget.widget] = {
      ...this.variables.widgets[widget.widget],
      ...(Object.keys(after).length === 0 ? {} : { parsed: after }),
      ...(result.response === undefined
        ? {}
        : {
            body: result.response.body,
            status_code: result.response.status,
            content_type: result.response.contentType,
          }),
    };
    const step: FunctionStep = {
      ...result,
      number: this.steps.length + 1,
      type: 'run-function',
      widget: widget.widget,
      request: { url: call.url, parameters, signed: call.unsigned !== true },
      changes: changesBetween(before, after),
      kept: parsed === undefined ? [] : Object.keys(before).filter((key) => !Object.hasOwn(parsed, key)),
    };
    this.steps.push(step);
    return step;
  }

  split(widget: SplitWidget): SplitStep {
    this.countRun(widget.widget);
    const value = valueOf(widget.variable, this.variables);
    const transition = split(value, widget.conditions);
    const seen = value === undefined ? 'nothing' : JSON.stringify(value);
    const step: SplitStep = {
      number: this.steps.length + 1,
      type: 'split-based-on',
      widget: widget.widget,
      transition,
      variable: widget.variable,
      value: value ?? null,
      reason: `The variable holds ${seen.length > 120 ? `${seen.slice(0, 120)}…` : seen}.`,
    };
    this.steps.push(step);
    return step;
  }

  private parsedOf(widget: string): JsonObject {
    const parsed = this.variables.widgets[widget]?.parsed;
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? parsed : {};
  }

  private countRun(widget: string): void {
    const last = this.steps.slice(-SAME_WIDGET_MOST);
    if (last.length === SAME_WIDGET_MOST && last.every((step) => step.widget === widget)) {
      throw new FlowError(`Studio stops an execution that runs ${widget} ${String(SAME_WIDGET_MOST)} times in a row.`);
    }
  }
}
