import React from 'react';
import { compile } from '../../display';
import type { JsonObject } from '../../display/json';
import { App } from '../../plugin/src/App';
import type { Agent } from '../../plugin/src/flex/agent';
import type { Task } from '../../plugin/src/flex/task';
import { createServices, type Services } from '../../plugin/src/services';
import { genericSchema } from '../../plugin/src/schema/schemaStore';
import type { DisplaySchema } from '../../schemas/generated/display-schema';

const agent: Agent = { id: 'WK1', roles: ['agent'], isAdmin: false, attributes: {}, locale: 'en-US' };

/** Seven highlights, one of them what `withChange` changes, and a section of ten; the rest is shown as it comes. */
export function documentFor(data: JsonObject): DisplaySchema {
  const keys = Object.keys(data).slice(0, 10);
  return {
    version: 1,
    highlights: keys.slice(2, 9).map((key) => ({ source: 'context' as const, key })),
    context: { sections: [{ title: 'Why they are here', fields: keys.map((key) => ({ key })) }] },
  };
}

/** The plugin's services without functions, with a published document. */
export function servicesWith(document: DisplaySchema): Services {
  const services = createServices({ functionsBase: undefined }, () => '');
  const state = { ...genericSchema.get(), compiled: compile(document), revision: 1 };
  return { ...services, schema: { ...genericSchema, get: () => state } };
}

/** The whole panel of one task, as a placement draws it. */
export function Whole({ data, task, services }: { data: JsonObject; task: string; services: Services }) {
  const drawn: Task = {
    sid: `WR${task}`,
    taskSid: `WT${task}`,
    channel: 'chat',
    queue: 'Support',
    workflow: 'Everybody',
    attributes: { context: data },
  };
  return <App task={drawn} agent={agent} services={services} />;
}
