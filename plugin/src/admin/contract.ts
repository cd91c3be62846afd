import type { Agent } from '../flex/agent';
import type { Task } from '../flex/task';
import type { FlexTheme } from '../frame/PasteTheme';
import type { Post } from '../service/post';
import type { Follows } from '../schema/sameRevision';
import type { Store } from '../state/useStore';

/**
 * What the two scripts agree on: the plugin, which every agent loads, and the editor, which an admin's browser loads when
 * the view opens. They are deployed one after the other, so either may be the older one.
 */

/** Counts up with every change of this file that the other script would not understand. */
export const CONTRACT = 1;

/** File name of the editor's script among the service's public assets. */
export const EDITOR_SCRIPT = 'plugin-customer-context-admin.js';

/** Where in `window` the editor's script leaves itself. */
export const EDITOR_GLOBAL = 'customerContextEditor';

/** What the plugin gives to the editor. */
export interface EditorHost {
  post: Post;
  agent: Agent;
  theme: FlexTheme;
  /** Tasks of this admin, the one on the screen first. */
  tasks: Store<readonly Task[]>;
  /** The publication that agents' panels of this page follow; revision null: none, or not known yet. */
  live: Store<Follows>;
  /** A revision has gone live: the panels of this page should not wait for their next look. */
  onLive: (revision: number, id?: string) => void;
  /** A publication has ended, whether or not its view is open. Older plugins do not give it. */
  onEnd?: (end: PublicationEnd) => void;
}

/** How a publication ended. `reason`: sentences for the admin. */
export type PublicationEnd =
  { status: 'live'; revision: number; overwrote: boolean } | { status: 'failed'; reason: string };

/** What the editor's script leaves in `window`. */
export interface EditorModule {
  contract: number;
  Editor: React.ComponentType<EditorHost>;
}
