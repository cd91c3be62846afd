/** One thing to be measured; `run` is called many times. */
export interface Subject {
  name: string;
  run: () => unknown;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which a share of all values lies; 0.95 for p95. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Whatever a subject returns ends here, so that no engine can decide that nobody needs it. */
let sink: unknown;

/**
 * Milliseconds per call of each subject, by name. Rounds are interleaved, so that a machine that slows down slows all of
 * them; each round repeats a subject until it has taken 5 ms, since a single call may be shorter than the clock's step.
 */
export function measure(subjects: readonly Subject[], rounds = 30): Map<string, number[]> {
  const times = new Map(subjects.map(({ name }) => [name, [] as number[]]));
  const repeats = new Map(subjects.map(({ name, run }) => [name, repeatsFor(run)]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, run } of subjects) {
      const count = repeats.get(name) ?? 1;
      const started = performance.now();
      for (let call = 0; call < count; call += 1) sink = run();
      times.get(name)?.push((performance.now() - started) / count);
    }
  }
  return times;
}

function repeatsFor(run: () => unknown): number {
  // The first calls also warm the engine up.
  for (let call = 0; call < 20; call += 1) sink = run();
  const started = performance.now();
  sink = run();
  return Math.max(1, Math.ceil(5 / Math.max(performance.now() - started, 0.001)));
}

/** Keeps `sink` from being a variable that is only written. */
export function lastResult(): unknown {
  return sink;
}

export function milliseconds(value: number): string {
  if (value < 0.01) return `${(value * 1000).toFixed(1)} µs`;
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}
