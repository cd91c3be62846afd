import { MOST_EVENTS, OLDEST_EVENT_MS, PLUGIN_EVENTS, type PluginEventEntry } from '../../schemas/plugin-events';
import { isNode, type SchemaNode } from './schema-node';

const entries: readonly [string, PluginEventEntry][] = Object.entries(PLUGIN_EVENTS);

/** "Link Opened" → "linkOpened". */
function definitionName(event: string): string {
  const joined = event.replaceAll(' ', '');
  return joined.charAt(0).toLowerCase() + joined.slice(1);
}

/** "sinceOpened" → "Since opened". */
function titleOf(property: string): string {
  const words = property.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function definition(event: string, { when, properties }: PluginEventEntry): SchemaNode {
  return {
    title: event,
    description: when,
    type: 'object',
    required: ['event', 'id', 'age', 'properties'],
    additionalProperties: false,
    properties: {
      event: { title: 'Event', description: 'Its name.', type: 'string', const: event },
      id: {
        title: 'Id',
        description: 'A random UUID, by which Segment counts it once.',
        type: 'string',
        pattern: '^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
      },
      age: {
        title: 'Age',
        description: 'Milliseconds from the event to this request, so that no browser’s clock is believed.',
        type: 'integer',
        minimum: 0,
        maximum: OLDEST_EVENT_MS,
      },
      properties: {
        title: 'Properties',
        description: 'What is told of it.',
        type: 'object',
        required: Object.keys(properties),
        additionalProperties: false,
        properties: Object.fromEntries(
          Object.entries(properties).map(([name, { meaning, schema }]) => [
            name,
            { title: titleOf(name), description: meaning, ...schema },
          ]),
        ),
      },
    },
  };
}

/** The contract of plugin events with every event of the table filled in. */
export function withEvents(schema: SchemaNode): SchemaNode {
  const definitions = isNode(schema.definitions) ? schema.definitions : {};
  const event = isNode(definitions.pluginEvent) ? definitions.pluginEvent : {};
  return {
    ...schema,
    maxItems: MOST_EVENTS,
    definitions: {
      ...Object.fromEntries(entries.map(([name, entry]) => [definitionName(name), definition(name, entry)])),
      pluginEvent: {
        ...event,
        anyOf: entries.map(([name]) => ({ $ref: `#/definitions/${definitionName(name)}` })),
      },
    },
  };
}
