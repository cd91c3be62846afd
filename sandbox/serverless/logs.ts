import type { Environment, Log } from './records';

const LOGS_KEPT = 1000;

/** Adds a line to an environment's logs; the oldest are forgotten. */
export function addLog(environment: Environment, log: Log): void {
  environment.logs.push(log);
  if (environment.logs.length > LOGS_KEPT) environment.logs.shift();
}

export interface LogFilter {
  functionSid?: string | undefined;
  /** ISO 8601. */
  startDate?: string | undefined;
  endDate?: string | undefined;
}

/** The logs that fit, oldest first. */
export function logsOf(environment: Environment, { functionSid, startDate, endDate }: LogFilter): readonly Log[] {
  const from = startDate === undefined ? -Infinity : Date.parse(startDate);
  const to = endDate === undefined ? Infinity : Date.parse(endDate);
  return environment.logs.filter(
    (log) => (functionSid === undefined || log.functionSid === functionSid) && log.created >= from && log.created <= to,
  );
}
