/** True for a line that a function has logged: one JSON object with an event and the id of its request. */
export function isFunctionLog(line: unknown): line is string {
  if (typeof line !== 'string' || !line.startsWith('{')) return false;
  try {
    const entry: unknown = JSON.parse(line);
    return typeof entry === 'object' && entry !== null && 'event' in entry && 'requestId' in entry;
  } catch {
    return false;
  }
}

/**
 * Twilio's runtime runs the functions in the sandbox's own process, so what they log comes out of its console, between
 * everything else. This takes those lines out and hands them to `take`.
 * @returns puts the console back
 */
export function divertFunctionLog(take: (line: string) => void): () => void {
  const { log } = console;
  const diverted = (...values: unknown[]) => {
    const [line] = values;
    if (values.length === 1 && isFunctionLog(line)) take(line);
    else log(...values);
  };
  console.log = diverted;
  return () => {
    // Somebody may have replaced it since; theirs stays.
    if (console.log === diverted) console.log = log;
  };
}
