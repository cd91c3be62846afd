import { quantile } from '../support/measure';
import { measureSize, type Setting, type Size } from './measure';

/** What agents see when Twilio holds to a number of executions at once, and Segment to its own limit. */
export interface Limited {
  name: string;
  size: Size;
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(part === 0 ? 0 : 2)} %`;
const seconds = (ms: number | undefined): string => (ms === undefined ? '—' : `${(ms / 1000).toFixed(1)} s`);

export const LIMITED_HEADER = [
  '',
  'invocations refused',
  'refused by Segment',
  'reservation → traits',
  'p95',
  'longest',
  'saw a countdown',
  'saw an error',
];

/** Executions at once that are tried, the most first. */
const AT_ONCE = [30, 20, 10];

/** @param free the same setting, measured without a limit of executions */
export async function measureAtLimits(base: Setting, free: Size): Promise<Limited[]> {
  const limited: Limited[] = [{ name: 'any number at once', size: free }];
  for (const atOnce of AT_ONCE) {
    limited.push({ name: `${atOnce} at once, at most`, size: await measureSize({ ...base, atOnce }) });
  }
  return limited;
}

export function limitedRow({ name, size: { seen, refused, functions } }: Limited): string[] {
  const ready = seen.flatMap(({ readyAfter }) => readyAfter ?? []);
  const at = (share: number): string => seconds(ready.length === 0 ? undefined : quantile(ready, share));
  const answered = functions['all']?.requests ?? 0;
  return [
    name,
    percent(refused.functions, answered + refused.functions),
    String(refused.segment),
    at(0.5),
    at(0.95),
    at(1),
    percent(seen.filter(({ countdown }) => countdown).length, seen.length),
    percent(seen.filter(({ errors }) => errors.size > 0).length, seen.length),
  ];
}
