import { existsSync, readdirSync, readFileSync } from 'node:fs';
import {
  compile,
  decide,
  eventsView,
  project,
  projectEvents,
  readContext,
  view,
  type Facts,
  type View,
} from '../../display/index';
import type { Json } from '../../display/json';
import type { EventDay } from '../../display/view';
import type { Generated } from './contracts';

/** One look at an example: which of its data, and who looks at it when. Names are files of the example. */
export interface ExampleCase {
  name: string;
  /** What happens, in a few words. */
  title: string;
  context: string;
  /** Left out: the server has not answered. */
  traits?: string;
  events?: string;
  task: { sid: string; channel: string; queue: string; workflow: string };
  roles: string[];
  locale: string;
  zone: string;
  /** ISO 8601. */
  now: string;
}

export interface Example {
  name: string;
  document: Json;
  cases: ExampleCase[];
}

/** What an agent sees in one case. */
export interface Expected extends View {
  events: EventDay[] | null;
}

const folder = 'schemas/examples';

function read(path: string): Json {
  return JSON.parse(readFileSync(path, 'utf8')) as Json;
}

/** Every example business, by name. */
export function readExamples(): Example[] {
  return readdirSync(folder)
    .filter((name) => existsSync(`${folder}/${name}/display-schema.json`))
    .sort()
    .map((name) => ({
      name,
      document: read(`${folder}/${name}/display-schema.json`),
      cases: read(`${folder}/${name}/cases.json`) as unknown as ExampleCase[],
    }));
}

/** Data of an example: a file in its contexts/, traits/ or events/. */
export function readData(example: string, kind: 'contexts' | 'traits' | 'events', file: string): Json {
  return read(`${folder}/${example}/${kind}/${file}.json`);
}

/** Does what server and plugin do together: the server decides and projects, the plugin lays out what it was sent. */
export function see(example: Example, look: ExampleCase): Expected {
  const compiled = compile(example.document);
  const context = readData(example.name, 'contexts', look.context);
  const traits = look.traits === undefined ? undefined : readData(example.name, 'traits', look.traits);
  const facts: Facts = { task: { ...look.task, attributes: { context } }, worker: { roles: look.roles } };
  const decision = decide(compiled, { ...facts, context, ...(traits === undefined ? {} : { traits }) });
  const sent = project(compiled, decision, 'traits', traits);
  const env = { locale: look.locale, zone: look.zone, now: Date.parse(look.now) };
  const answered = traits === undefined ? {} : { traits: sent.data, masked: sent.masked, decision };
  const seen = view(compiled, { context, facts, env, ...answered });
  if (look.events === undefined) return { ...seen, events: null };
  const raw = readData(example.name, 'events', look.events);
  const events = projectEvents(compiled, decision, Array.isArray(raw) ? raw : []);
  const known = project(compiled, decision, 'context', readContext(context)).data;
  return { ...seen, events: eventsView(compiled, { events, decision, context: known, traits: sent.data, env }) };
}

/** The expected views of every example. Written on purpose, and read before they are committed. */
export function generateExamples(): Generated[] {
  return readExamples().flatMap((example) =>
    example.cases.map((look) => ({
      path: `${folder}/${example.name}/expected/${look.name}.json`,
      text: JSON.stringify(see(example, look), null, 2),
    })),
  );
}
