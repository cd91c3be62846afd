import { ATTRIBUTES_LIMIT } from '../../state/limits';
import type { SideView } from '../view';
import { button, element, place } from './dom';
import { jsonEditor, type JsonEditor } from './json-editor';
import { act, server } from './server';

type TaskOnPage = SideView['tasks'][number];

interface Item {
  root: HTMLElement;
  update: (task: TaskOnPage) => void;
}

const STATUS: Record<string, string> = {
  pending: 'Not offered',
  reserved: 'Waiting for the agent',
  assigned: 'With the agent',
  wrapping: 'Wrapping up',
  completed: 'Completed',
  canceled: 'Canceled',
};

/** The tasks there are. Items stay the same elements while they change, so that an open editor is not lost. */
export function tasksPanel(): (view: SideView) => void {
  const items = new Map<string, Item>();
  const list = place('tasks');
  return ({ tasks }) => {
    for (const [sid, item] of items) {
      if (tasks.some((task) => task.sid === sid)) continue;
      item.root.remove();
      items.delete(sid);
    }
    for (const task of tasks) {
      const item = items.get(task.sid) ?? createItem(task);
      items.set(task.sid, item);
      item.update(task);
    }
    const order = tasks.flatMap(({ sid }) => items.get(sid)?.root ?? []);
    if (order.some((root, index) => list.children[index] !== root)) list.replaceChildren(...order);
  };
}

function createItem(first: TaskOnPage): Item {
  const { sid } = first;
  let latest = first;
  const name = element('h3');
  const badge = element('span', { class: 'badge' });
  const drawer = element('div', { class: 'editor' });
  let open: JsonEditor | undefined;

  const close = () => {
    open = undefined;
    drawer.replaceChildren();
    edit.setAttribute('aria-expanded', 'false');
  };
  const edit = button('Edit attributes', () => {
    if (open) {
      close();
      return;
    }
    const editor = jsonEditor(`attributes-${sid}`, `Attributes of ${latest.name}`, ATTRIBUTES_LIMIT);
    editor.set(pretty(latest.attributesText));
    const save = () => {
      if (!editor.check()) return;
      act('Attributes changed.', () =>
        server.send('PUT', `tasks/${sid}/attributes`, { attributes: editor.get() }).then(close),
      );
    };
    open = editor;
    edit.setAttribute('aria-expanded', 'true');
    drawer.replaceChildren(
      editor.root,
      element('div', { class: 'buttons' }, button('Save', save, ''), button('Discard', close)),
    );
  });
  edit.setAttribute('aria-expanded', 'false');

  const to = (status: string) => () => act('Done.', () => server.send('PUT', `tasks/${sid}/reservation`, { status }));
  const offer = button('Offer', () => act('Offered.', () => server.send('POST', `tasks/${sid}/offer`)));
  const takeBack = button('Take back', to('rescinded'));
  const cancel = button('Customer leaves', to('canceled'));
  const speak = button('Customer writes', () => {
    const body = 'Are you still there?';
    act('Written.', () => server.send('POST', `tasks/${sid}/messages`, { body }));
  });

  return {
    root: element(
      'li',
      {},
      element('div', { class: 'title' }, name, badge, element('code', {}, sid)),
      element('div', { class: 'buttons' }, edit, offer, takeBack, cancel, speak),
      drawer,
    ),
    update: (task) => {
      latest = task;
      name.textContent = task.name;
      badge.textContent = STATUS[task.status] ?? task.status;
      badge.classList.toggle('on', task.status === 'assigned');
      offer.hidden = task.status !== 'pending';
      takeBack.hidden = task.status !== 'reserved';
      cancel.hidden = !['reserved', 'assigned', 'wrapping'].includes(task.status);
      speak.hidden = !task.chat || task.status !== 'assigned';
    },
  };
}

/** Indented, unless that takes it over the limit. */
function pretty(text: string): string {
  const indented = JSON.stringify(JSON.parse(text), null, 2);
  return indented.length <= ATTRIBUTES_LIMIT ? indented : text;
}
