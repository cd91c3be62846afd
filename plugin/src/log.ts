/**
 * The plugin's lines in the browser's console: for operators. Never a value, a key or a label of a customer's data;
 * of an error only its name, because messages may quote data.
 */
const prefix = '[customer-context]';

export function warn(message: string): void {
  console.warn(`${prefix} ${message}`);
}

export function reportError(what: string, error: unknown): void {
  console.error(`${prefix} ${what}: ${error instanceof Error ? error.name : typeof error}`);
}
