import type { TaskView } from '../control';
import type { Fault } from '../state/faults';
import type { Session } from '../state/types';

/** What the side page shows, as `GET /sandbox/api/state` answers it. */
export interface SideView {
  session: Session;
  tasks: (TaskView & { name: string; chat: boolean })[];
  schema: SchemaView;
  faults: Record<string, Fault>;
  upstreams: string[];
}

export type SchemaView =
  | { status: 'none' }
  | { status: 'unreadable' }
  | {
      status: 'published';
      revision: number;
      publishedAt: string;
      publishedBy: string;
      comment: string;
      document: string;
    };

/** What can be loaded into the forms, as `GET /sandbox/api/examples` answers it. */
export interface ExamplesView {
  tasks: { id: string; title: string; text: string; chat: boolean }[];
  documents: { name: string; text: string }[];
}

/** What a refused request is answered with. */
export interface Refusal {
  error: { message: string; line?: number; column?: number; position?: number };
}
