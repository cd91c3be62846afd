/** What the double keeps, in its own terms. `resources.ts` turns it into what goes over the wire. Times: ms since 1970. */

export interface Plugin {
  sid: string;
  uniqueName: string;
  friendlyName: string;
  description: string;
  archived: boolean;
  created: number;
  updated: number;
  /** Oldest first. */
  versions: PluginVersion[];
}

export interface PluginVersion {
  sid: string;
  /** Semantic version; unique in its plugin. */
  version: string;
  url: string;
  changelog: string;
  /** Whether Flex must sign in to fetch it: true for a protected asset. */
  private: boolean;
  validated: boolean;
  archived: boolean;
  created: number;
}

export interface ConfiguredPlugin {
  plugin: Plugin;
  version: PluginVersion;
  /** When Flex loads it; 3 for all plugins of today. */
  phase: number;
}

/** Which version of which plugin goes together. Never changes, but can be archived. */
export interface PluginConfiguration {
  sid: string;
  name: string;
  description: string;
  archived: boolean;
  plugins: readonly ConfiguredPlugin[];
  created: number;
}

/** The newest one is in force. */
export interface Release {
  sid: string;
  configuration: PluginConfiguration;
  created: number;
}
