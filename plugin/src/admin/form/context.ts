import type { Registry, RJSFSchema, UiSchema } from '@rjsf/utils';
import { isObject, type Json, type JsonObject } from '../../../../display/json';
import { besideControl, type NodeProblem } from './problems';

/** What every part of the form may look at. Plain data: rjsf takes all functions to be equal when it compares. */
export interface FormContext {
  problems: readonly NodeProblem[];
}

/** Ids of controls are this and the pointer of what they edit, counted from the node. */
export const ID_PREFIX = 'cc-form';
export const ID_SEPARATOR = '/';

/**
 * What rjsf gives to a field of ours. rjsf has one type for the data of a whole form; here every value is JSON, and each
 * field finds out what it got.
 */
export interface Field {
  name: string;
  idSchema: { $id: string };
  schema: RJSFSchema;
  uiSchema?: Ui | undefined;
  formData?: Json | undefined;
  formContext?: FormContext | undefined;
  required?: boolean | undefined;
  registry: Registry<unknown, RJSFSchema, FormContext>;
  onChange: (value: Json | undefined) => void;
}

export type Ui = UiSchema<unknown, RJSFSchema, FormContext>;

/** The pointer, counted from the node, that an id of a control stands for. */
export const pointerOfId = (id: string): string => id.slice(ID_PREFIX.length);

/** Whether a control edits an item of a list: "/mappings/0". */
export const isItemId = (id: string): boolean => /\/\d+$/.test(id);

/** Whether a control stands inside another setting: "/mappings/0/value", "/primary/key". */
export const isNestedId = (id: string): boolean => pointerOfId(id).split('/').length > 2;

export const helpId = (id: string): string => `${id}__help`;
export const problemsId = (id: string): string => `${id}__problems`;

/** Names of our own fields whose control edits a whole value, however deep it is. */
const DEEP = new Set(['text', 'scalar', 'condition', 'mask', 'strings', 'notShown']);

/** The problems that stand beside a control. */
export function problemsBeside(
  context: FormContext | undefined,
  id: string,
  { uiSchema, formData }: { uiSchema?: Ui | undefined; formData?: unknown },
): NodeProblem[] {
  const field: unknown = uiSchema?.['ui:field'];
  const whole = typeof field === 'string' && DEEP.has(field);
  return besideControl(context?.problems ?? [], pointerOfId(id), { whole, missing: formData === undefined });
}

export const labelId = (id: string): string => `${id}__label`;

/** The ids of help and problems of a control, for `aria-describedby`. */
export function describedBy(id: string, help: boolean, problems: boolean): string | undefined {
  return [problems && problemsId(id), help && helpId(id)].filter(Boolean).join(' ') || undefined;
}

/** What a control of our own says about itself to assistive technology. */
export function accessible(props: Field): { invalid: boolean; describedBy: string | undefined } {
  const problems = problemsBeside(props.formContext, props.idSchema.$id, props);
  return {
    invalid: problems.some(({ severity }) => severity === 'error'),
    describedBy: describedBy(props.idSchema.$id, Boolean(props.schema.description), problems.length > 0),
  };
}

/** A value as an object, or an empty one. */
export const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
