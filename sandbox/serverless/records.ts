/** What the double keeps, in its own terms. `resources.ts` turns it into what goes over the wire. Times: ms since 1970. */

export type Visibility = 'public' | 'protected' | 'private';
export type FileKind = 'asset' | 'function';
export type BuildStatus = 'building' | 'completed' | 'failed';

export interface Service {
  sid: string;
  uniqueName: string;
  friendlyName: string;
  includeCredentials: boolean;
  uiEditable: boolean;
  /** Unique name and a number: first part of the domain of each of its environments. */
  domainBase: string;
  created: number;
  updated: number;
  environments: Map<string, Environment>;
  files: Map<string, File>;
  versions: Map<string, Version>;
  builds: Map<string, Build>;
}

/** An Asset or a Function: a name for a series of versions. */
export interface File {
  sid: string;
  kind: FileKind;
  friendlyName: string;
  created: number;
  updated: number;
}

export interface Version {
  sid: string;
  kind: FileKind;
  fileSid: string;
  path: string;
  visibility: Visibility;
  contentType: string;
  content: Buffer;
  created: number;
}

export interface Dependency {
  name: string;
  version: string;
}

export interface Build {
  sid: string;
  versions: readonly Version[];
  dependencies: readonly Dependency[];
  runtime: string;
  created: number;
  /** When `building` ends; Infinity for a build that hangs. */
  finishes: number;
  outcome: 'completed' | 'failed' | 'gone';
}

export interface Environment {
  sid: string;
  uniqueName: string;
  domainSuffix: string | null;
  domainName: string;
  buildSid: string | null;
  created: number;
  updated: number;
  variables: Map<string, Variable>;
  /** Oldest first. */
  deployments: Deployment[];
  /** What its functions wrote; oldest first, and the oldest are forgotten. */
  logs: Log[];
}

export interface Variable {
  sid: string;
  key: string;
  value: string;
  created: number;
  updated: number;
}

export interface Deployment {
  sid: string;
  /** Null: the environment was emptied. */
  buildSid: string | null;
  created: number;
}

export interface Log {
  sid: string;
  buildSid: string;
  deploymentSid: string;
  functionSid: string;
  requestSid: string;
  level: 'info' | 'warn' | 'error';
  message: string;
  created: number;
}
