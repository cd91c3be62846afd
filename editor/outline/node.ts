import type { Problem } from '../../schemas/report/problem';

export type NodeKind =
  | 'document'
  | 'highlights'
  | 'highlight'
  | 'panel'
  | 'section'
  | 'field'
  | 'events'
  | 'eventRule'
  | 'layouts'
  | 'layout'
  | 'studio';

/** One line of the outline. */
export interface OutlineNode {
  /**
   * Tells lines apart from one render to the next. Fields, highlights and rules keep theirs when they move within their
   * list, sections and layouts when they are renamed. A selection is a pointer, which every edit can `follow`.
   */
  id: string;
  kind: NodeKind;
  /** JSON Pointer of the part. */
  pointer: string;
  /** Label, title or name as agents read it in English, else made from the key. */
  title: string;
  /** Key of a field or highlight as the document has it. */
  key?: string;
  /** Whether the document has the part. What it lacks is listed where it could be added. */
  present: boolean;
  children: OutlineNode[];
  /** Problems of this part itself, those of its children left out. */
  problems: Problem[];
  /** Problems here and below. */
  errors: number;
  warnings: number;
}
