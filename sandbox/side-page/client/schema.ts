import type { ExamplesView, SchemaView, SideView } from '../view';
import { button, choice, element, place } from './dom';
import { jsonEditor } from './json-editor';
import { act, server } from './server';

/** Documents that must not take the context from the agent. */
const BROKEN = '{ "version": 1, "context": { "sections": "not a list" } }';
const FROM_THE_FUTURE = JSON.stringify({ version: 99, context: { sections: [] } });

/** The display schema in force, and ways to swap, break or lose it. */
export function schemaPanel({ documents }: ExamplesView): (view: SideView) => void {
  const now = element('p', { class: 'hint' });
  const editor = jsonEditor('document', 'Document (JSON)');
  const { select, label } = choice('document-example', 'Example', [
    ['', 'What is in force'],
    ...documents.map(({ name }) => [name, name] as const),
  ]);
  let live = '';
  select.addEventListener('change', () =>
    editor.set(documents.find(({ name }) => name === select.value)?.text ?? live),
  );
  const publish = (document: string, comment: string) =>
    act('In force. Flex reads it when it next asks, or after a reload.', () =>
      server.send('POST', 'schema', { document, comment }),
    );
  place('schema').append(
    now,
    ...(documents.length > 0 ? [label, select] : []),
    editor.root,
    element(
      'div',
      { class: 'buttons' },
      button('Put in force', () => publish(editor.get(), 'From the side page'), ''),
      button('Break it', () => publish(BROKEN, 'Broken on purpose')),
      button('Overtake it (version 99)', () => publish(FROM_THE_FUTURE, 'From the future')),
      button('Make it unreadable', () =>
        act('Nobody can read it now.', () => server.send('POST', 'schema/unreadable')),
      ),
      button('Unpublish', () => act('As if nothing had been published.', () => server.send('DELETE', 'schema'))),
    ),
  );

  return ({ schema }) => {
    now.textContent = describe(schema);
    const document = schema.status === 'published' ? schema.document : '';
    if (document === live) return;
    // What somebody is typing stays.
    if (editor.get() === live) editor.set(document);
    live = document;
  };
}

function describe(schema: SchemaView): string {
  if (schema.status === 'none') return 'Nothing has been published: Flex shows everything in the generic view.';
  if (schema.status === 'unreadable') return 'Published, but nobody can read it.';
  const at = new Date(schema.publishedAt).toLocaleTimeString('en');
  return `Revision ${schema.revision}, ${at}, ${schema.publishedBy}: ${schema.comment}`;
}
