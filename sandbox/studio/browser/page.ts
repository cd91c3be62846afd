/** The Studio page: runs the flow's widgets one by one or all in a row, through the sandbox, which signs the calls. */
import { place } from '../../side-page/client/dom';
import { act, say } from '../../side-page/client/server';
import type { Step } from '../execution';
import { drawFlow, WIDGETS } from './flow';
import { server, type Ran } from './server';
import { stepEntry, variablesView } from './steps';

const FETCH = 'fetch-persona-studio';
const STORE = 'identifyUser';

async function start(): Promise<void> {
  const steps = place('steps');
  const variables = place('variables');
  const play = place('play') as HTMLButtonElement;
  let execution = await server.start();

  const record = <S extends Step>({ step, variables: now }: Ran<S>): S => {
    place('no-steps').hidden = true;
    const entry = stepEntry(step);
    steps.append(entry);
    // Open parts stay what they are: only the variables are drawn anew.
    variables.replaceChildren(...variablesView(now.widgets));
    entry.scrollIntoView({ block: 'nearest' });
    say(`${step.widget} took the transition ${step.transition}.`);
    return step;
  };

  const fetchCustomer = async () =>
    record(await server.runFunction(execution, { widget: WIDGETS.fetch, function: FETCH, ...values().fetch }));
  const split = async () => record(await server.split(execution, { widget: WIDGETS.split, ...values().split }));
  const store = async () =>
    record(await server.runFunction(execution, { widget: WIDGETS.store, function: STORE, ...values().store }));
  const again = async () => {
    await new Promise((resolve) => setTimeout(resolve, values().pause));
    return fetchCustomer();
  };

  const playAll = async () => {
    play.disabled = true;
    try {
      if ((await fetchCustomer()).transition === 'fail') return;
      await split();
      if ((await store()).transition === 'fail') return;
      await again();
    } finally {
      play.disabled = false;
    }
  };

  const report = (work: () => Promise<unknown>) => () =>
    void work().catch((error: unknown) => say(error instanceof Error ? error.message : String(error)));
  const values = drawFlow(place('widgets'), await server.customers(), {
    fetch: report(fetchCustomer),
    split: report(split),
    store: report(store),
    again: report(again),
  });
  play.addEventListener('click', report(playAll));
  place('restart').addEventListener('click', () =>
    act('A new execution: nothing is known of earlier runs.', async () => {
      execution = await server.start();
      steps.replaceChildren();
      variables.replaceChildren();
      place('no-steps').hidden = false;
    }),
  );
}

start().catch((error: unknown) => say(`The page could not start: ${String(error)}`));
