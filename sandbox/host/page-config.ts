import type { Placement, Theme } from '../state/types';

/** What the server tells the script in the host page. */
export interface PageConfig {
  accountSid: string;
  token: string;
  identity: string;
  roles: readonly string[];
  theme: Theme;
  placement: Placement;
  /** Which state of the session this page was made for. */
  pluginList: string;
}
