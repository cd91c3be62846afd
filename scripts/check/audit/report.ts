/** A published weakness of a package that is installed. */
export interface Advisory {
  /** `GHSA-…`; the registry's own number where it gives no such address. */
  id: string;
  /** The package that has it. */
  name: string;
  severity: string;
  title: string;
}

interface Via {
  source: number;
  name: string;
  title: string;
  url?: string;
  severity: string;
}

interface Report {
  vulnerabilities?: Record<string, { via: (Via | string)[] }>;
  message?: string;
  error?: { code?: string; summary?: string };
  statusCode?: number;
}

/** What is said by a registry without an audit endpoint, and by npm when no registry is within reach. */
const NO_AUDIT: ReadonlySet<string | number> = new Set([
  404,
  405,
  501,
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'ERR_SOCKET_TIMEOUT',
  'ENETUNREACH',
]);

export type Audit = { advisories: Advisory[] } | { unavailable: string };

/**
 * Reads what `npm audit --json` printed: a report, or why the registry gave none.
 *
 * @throws {Error} when it is neither, with its beginning
 */
export function readAudit(printed: string): Audit {
  const report = parse(printed);
  if (report?.vulnerabilities !== undefined) return { advisories: advisoriesOf(report.vulnerabilities) };
  const code = report?.statusCode ?? report?.error?.code;
  if (code !== undefined && NO_AUDIT.has(code)) return { unavailable: `the registry gives no audit (${code})` };
  throw new Error(`npm audit gave no report: ${code ?? printed.trim().slice(0, 200)}`);
}

function parse(printed: string): Report | undefined {
  // npm puts its warnings before the report when both go to the same place.
  const start = printed.indexOf('{');
  const end = printed.lastIndexOf('}');
  try {
    return JSON.parse(printed.slice(start, end + 1)) as Report;
  } catch {
    return undefined;
  }
}

function advisoriesOf(vulnerabilities: NonNullable<Report['vulnerabilities']>): Advisory[] {
  const found = new Map<string, Advisory>();
  // Texts in `via` name another vulnerable package, which stands in the report by itself.
  for (const via of Object.values(vulnerabilities).flatMap((one) => one.via)) {
    if (typeof via === 'string') continue;
    const id = /GHSA-[\w-]+$/.exec(via.url ?? '')?.[0] ?? String(via.source);
    found.set(`${id} ${via.name}`, { id, name: via.name, severity: via.severity, title: via.title });
  }
  return [...found.values()];
}
