import type { Express } from 'express';
import type { Bus } from './state/bus';
import type { SandboxState } from './state/sandbox-state';

/** Something that joins the sandbox from its own folder: a double of another service, a player, a panel. */
export interface SandboxExtension {
  /** Unique; lower-case letters and dashes. */
  name: string;
  /**
   * Adds routes. Doubles go to `/_out/<host>/…` (requests there are already recorded, and faults applied), what the
   * side page asks goes to `/sandbox/api/<name>/…`. Bodies are not parsed yet.
   */
  mount: (app: Express, state: SandboxState, bus: Bus) => void;
  /** Puts it back as it was at the start. */
  reset?: () => void;
  /** Hosts that can be broken by name with `control.setFault`. */
  upstreams?: Record<string, RegExp>;
  /** Variables for the functions' environment. */
  variables?: Record<string, string>;
  /** A part of the side page. */
  panel?: SandboxPanel;
}

export interface SandboxPanel {
  title: string;
  /** A browser script (TypeScript; it is bundled). It fills the element `#panel-<name>`. */
  script: URL;
}
