export type SandboxErrorCode = 'port-taken' | 'flex-missing' | 'bundle-failed' | 'functions-missing';

/** Why the sandbox could not start: a sentence for a person, with a way out. */
export class SandboxError extends Error {
  override readonly name = 'SandboxError';
  constructor(
    readonly code: SandboxErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
