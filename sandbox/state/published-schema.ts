import {
  INDEX_PATH,
  liveEntry,
  REVISIONS_KEPT,
  revisionPath,
  SCHEMA_ENVIRONMENT,
  type IndexDocument,
  type Publisher,
} from '../../service/schema-store/index-document';
import { deployAssets } from '../serverless/deployments';
import type { Environment, Service } from '../serverless/records';
import type { ServerlessStore } from '../serverless/store';
import type { Bus } from './bus';

export interface Publication {
  /** The document's bytes, to the letter: they need not be a usable document, nor JSON at all. */
  document: string;
  comment?: string;
  publishedBy?: Publisher;
}

/**
 * The display schema as it is published: protected assets of the service's `display-schema` environment. Writes them
 * straight into the store, so that any bytes can be put in force, and what agents then see can be tried.
 */
export class PublishedSchema {
  constructor(
    private readonly store: ServerlessStore,
    private readonly first: Service,
    private readonly bus: Bus,
  ) {}

  /** As it is now: once removed and made again, it is another one with the same SID. */
  private get service(): Service {
    return this.store.services.get(this.first.sid) ?? this.first;
  }

  /** The revision number that these bytes have got. */
  publish({
    document,
    comment = 'Put in force by the sandbox',
    publishedBy = { name: 'Sandbox' },
  }: Publication): number {
    const index = this.index();
    const revision = this.latest() + 1;
    const entry = { revision, publishedAt: new Date(this.store.now).toISOString(), publishedBy, comment };
    const revisions = [entry, ...(index?.revisions ?? [])].slice(0, REVISIONS_KEPT);
    this.deploy({ format: 1, live: revision, revisions }, new Map([[revision, document]]));
    return revision;
  }

  /** Leaves the environment there and its index broken: published, but nobody can read what. */
  makeUnreadable(): void {
    deployAssets(this.store, this.service, this.environment(), [
      ...this.documents(),
      { path: INDEX_PATH, visibility: 'protected', content: '{"format": 1, "live"', contentType: 'application/json' },
    ]);
    this.bus.emit('schema');
  }

  /** As if nothing had ever been published. */
  clear(): void {
    for (const [sid, environment] of this.service.environments) {
      if (environment.uniqueName === SCHEMA_ENVIRONMENT) this.service.environments.delete(sid);
    }
    this.bus.emit('schema');
  }

  /** What is in force: the index, and the live document's bytes. Undefined: nothing was published, or it is unreadable. */
  current(): { index: IndexDocument; document: string } | undefined {
    const index = this.index();
    const document = index && this.asset(revisionPath(liveEntry(index)));
    return index && document !== undefined ? { index, document } : undefined;
  }

  /** The host that serves it; undefined until something was published. */
  get domain(): string | undefined {
    return this.find()?.domainName;
  }

  private deploy(index: IndexDocument, added: ReadonlyMap<number, string>): void {
    const kept = new Set(index.revisions.map(revisionPath));
    const documents = this.documents().filter(({ path }) => kept.has(path));
    for (const [revision, content] of added) {
      documents.push({
        path: revisionPath({ revision }),
        visibility: 'protected',
        content,
        contentType: 'application/json',
      });
    }
    deployAssets(this.store, this.service, this.environment(), [
      ...documents,
      { path: INDEX_PATH, visibility: 'protected', content: JSON.stringify(index), contentType: 'application/json' },
    ]);
    this.bus.emit('schema');
  }

  private documents() {
    return this.versions()
      .filter(({ path }) => path !== INDEX_PATH)
      .map(({ path, content }) => ({
        path,
        content: content.toString('utf8'),
        visibility: 'protected' as const,
        contentType: 'application/json',
      }));
  }

  /** Numbers are never used twice, even when the index is lost. */
  private latest(): number {
    return Math.max(0, ...this.documents().map(({ path }) => Number(/\d+/.exec(path)?.[0] ?? 0)));
  }

  private index(): IndexDocument | undefined {
    const text = this.asset(INDEX_PATH);
    if (text === undefined) return undefined;
    try {
      return JSON.parse(text) as IndexDocument;
    } catch {
      return undefined;
    }
  }

  private asset(path: string): string | undefined {
    return this.versions()
      .find((version) => version.path === path)
      ?.content.toString('utf8');
  }

  private versions() {
    const buildSid = this.find()?.buildSid;
    return typeof buildSid === 'string' ? (this.service.builds.get(buildSid)?.versions ?? []) : [];
  }

  private find(): Environment | undefined {
    return [...this.service.environments.values()].find(({ uniqueName }) => uniqueName === SCHEMA_ENVIRONMENT);
  }

  private environment(): Environment {
    if (!this.store.services.has(this.first.sid)) {
      // Somebody removed it; what is published is published all the same.
      this.first.environments.clear();
      this.store.services.set(this.first.sid, this.first);
    }
    const settings = { uniqueName: SCHEMA_ENVIRONMENT, domainSuffix: 'ds' };
    return this.find() ?? this.store.createEnvironment(this.service, settings);
  }
}
