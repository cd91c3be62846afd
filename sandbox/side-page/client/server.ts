import type { ExamplesView, Refusal, SideView } from '../view';

/** The sandbox said no; the message is a sentence for a person. */
export class Refused extends Error {
  constructor(readonly reason: Refusal['error']) {
    super(reason.message);
  }
}

async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`/sandbox/api/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  if (response.status === 204) return undefined;
  const answer = (await response.json()) as unknown;
  if (!response.ok) throw new Refused((answer as Refusal).error);
  return answer;
}

export const server = {
  state: () => ask('GET', 'state') as Promise<SideView>,
  examples: () => ask('GET', 'examples') as Promise<ExamplesView>,
  send: (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) => ask(method, path, body),
};

const status = () => document.getElementById('status');

/** Runs what a button does; says what happened, or why it did not. */
export function act(done: string, work: () => Promise<unknown>): void {
  work().then(
    () => say(done),
    (error: unknown) => say(error instanceof Error ? error.message : String(error)),
  );
}

export function say(text: string): void {
  const place = status();
  if (place) place.textContent = text;
}

/** Calls whenever the sandbox has changed, and once now; survives a restart of the sandbox. */
export function follow(onChange: () => void): void {
  const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/sandbox/live`);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      onChange();
    }, 50);
  };
  socket.addEventListener('open', soon);
  socket.addEventListener('message', soon);
  socket.addEventListener('close', () => setTimeout(() => follow(onChange), 1000));
}
