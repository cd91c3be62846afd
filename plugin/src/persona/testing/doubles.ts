import { compile } from '../../../../display/index';
import type { Json } from '../../../../display/json';
import type { Persona } from '../../../../schemas/generated/persona';
import type { SchemaState, SchemaStore } from '../../schema/schemaStore';

export const NOW = Date.parse('2026-11-23T15:00:00Z');

/** An answer of the service as a test wants it. */
export function persona(more: Partial<Persona> = {}): Persona {
  return {
    found: true,
    revision: 3,
    layout: null,
    truths: {},
    traits: { first_name: 'Ana', plan: 'gold' },
    masked: {},
    events: null,
    partial: {},
    fetchedAt: new Date(NOW).toISOString(),
    ...more,
  };
}

export interface SentEvent {
  id: string;
  name: string;
  timestamp: string;
  properties: Record<string, unknown>;
}

export function event(
  id: string,
  name: string,
  timestamp: string,
  properties: Record<string, unknown> = {},
): SentEvent {
  return { id, name, timestamp, properties };
}

/** The first page of events, as the service sends it. */
export function eventsAnswer(items: SentEvent[], cursor: string | null = null, more: Partial<Persona> = {}): Persona {
  return persona({ traits: null, events: { items, cursor }, ...more });
}

/** A schema store that a test publishes into. */
export function schemaDouble(document: Json | null = { version: 1 }, revision: number | null = 3) {
  const listeners = new Set<() => void>();
  let state: SchemaState = {
    compiled: document === null ? null : compile(document),
    revision,
    pending: false,
    unusable: false,
    failure: undefined,
  };
  const seen: (number | null)[] = [];
  const store: SchemaStore = {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    seenRevision: ({ revision: one }) => void seen.push(one),
    refresh: () => undefined,
    stop: () => undefined,
  };
  return {
    store,
    seen,
    become(more: Partial<SchemaState>) {
      state = { ...state, ...more };
      for (const listener of listeners) listener();
    },
  };
}

type Answer = { status?: number; body: unknown } | Error;

/** The network: answers each question by its parameters, and remembers them. */
export function fakeFetch(answer: (parameters: Record<string, string>, path: string) => Answer | Promise<Answer>) {
  const asked: Record<string, string>[] = [];
  const signals: AbortSignal[] = [];
  const fetch = async (url: string, init?: RequestInit): Promise<Response> => {
    const parameters = Object.fromEntries(init?.body as URLSearchParams) as Record<string, string>;
    asked.push(parameters);
    const { signal } = init ?? {};
    if (signal) signals.push(signal);
    const given = await Promise.race([
      Promise.resolve(answer(parameters, url)),
      new Promise<Error>((resolve) => signal?.addEventListener('abort', () => resolve(new Error('aborted')))),
    ]);
    if (given instanceof Error) throw given;
    return new Response(JSON.stringify(given.body), { status: given.status ?? 200 });
  };
  return { fetch, asked, signals };
}

/** An error answer of the service. */
export function refusal(status: number, code: string, retryAfter?: number, message = 'x') {
  return { status, body: { error: { code, message, requestId: 'r', ...(retryAfter && { retryAfter }) } } };
}
