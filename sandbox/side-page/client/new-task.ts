import { ATTRIBUTES_LIMIT } from '../../state/limits';
import type { ExamplesView } from '../view';
import { button, choice, element, place } from './dom';
import { jsonEditor } from './json-editor';
import { act, server } from './server';

/** The form that makes a task, by hand or from an example. */
export function newTaskPanel({ tasks }: ExamplesView): void {
  const editor = jsonEditor('new-attributes', 'Attributes (JSON)', ATTRIBUTES_LIMIT);
  const { select, label } = choice('example', 'Example', [
    ['', 'Your own'],
    ...tasks.map(({ id, title }) => [id, title] as const),
  ]);
  const chosen = () => tasks.find(({ id }) => id === select.value);
  const hint = element('p', { class: 'hint' });
  select.addEventListener('change', () => {
    editor.set(chosen()?.text ?? BLANK);
    hint.textContent =
      chosen()?.chat === true ? 'Comes with a live chat: the customer answers what you write in Flex.' : '';
  });
  const create = () => {
    if (!editor.check()) return;
    const example = chosen();
    act('The task waits in Flex.', () =>
      server.send('POST', 'tasks', {
        attributes: editor.get(),
        ...(example?.chat === true ? { chatOf: example.id } : {}),
      }),
    );
  };
  place('new-task').append(label, select, hint, editor.root, button('Create task', create, ''));
  editor.set(BLANK);
}

const BLANK = JSON.stringify({ name: 'New customer', userId: '', context: { intent: '' } }, null, 2);
