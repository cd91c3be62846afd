import type { SideView } from '../view';
import { place } from './dom';
import { faultsPanel } from './faults';
import { newTaskPanel } from './new-task';
import { schemaPanel } from './schema';
import { act, follow, say, server } from './server';
import { sessionPanel } from './session';
import { tasksPanel } from './tasks';

async function start(): Promise<void> {
  const examples = await server.examples();
  newTaskPanel(examples);
  const panels: ((view: SideView) => void)[] = [sessionPanel(), tasksPanel(), schemaPanel(examples), faultsPanel()];
  place('reset').addEventListener('click', () =>
    act('Everything is as at the start.', () => server.send('POST', 'reset', {})),
  );
  follow(() => {
    server.state().then(
      (view) => panels.forEach((show) => show(view)),
      () => say('The sandbox does not answer.'),
    );
  });
}

start().catch((error: unknown) => say(`The page could not start: ${String(error)}`));
