// The page of `npm run bench panel`: draws what it is told to and times it. Its driver is bench/panel.ts.
import React from 'react';
import ReactDOM from 'react-dom';
import { compile, view } from '../../display';
import type { JsonObject } from '../../display/json';
import { PasteTheme } from '../../plugin/src/frame/PasteTheme';
import { createChanges } from '../../plugin/src/state/changes';
import { ContextPanel, DrawnPanel, env, viewOf } from './ContextPanel';
import { dataOf, labelsOf, otherCustomer, withChange } from './customers';
import { rest, timed } from './painted';
import { PlainList } from './PlainList';
import {
  PHASES,
  SUBJECTS,
  type LiveSamples,
  type Phase,
  type Samples,
  type Shape,
  type Subject,
  type Times,
} from './protocol';
import { reachOf } from './reach';
import { documentFor, servicesWith, Whole } from './Whole';

const stage = document.getElementById('stage') ?? document.body;

let draw: (content: React.ReactNode) => void;

/** Paste's theme is there before anything is timed, for all subjects alike. */
function Stage(): React.ReactElement {
  const [content, setContent] = React.useState<React.ReactNode>(null);
  draw = setContent;
  return <>{content}</>;
}

ReactDOM.render(
  <PasteTheme theme={{ isLight: true }}>
    <Stage />
  </PasteTheme>,
  stage,
);

/** Prepares data of a task for being drawn. The plugin draws every task anew; the plain list updates what is there. */
type Draw = (data: JsonObject, task: string) => React.ReactElement;

function subjects(): Record<Subject, Draw> {
  const ready = createChanges();
  const changes = createChanges();
  return {
    plain: (data) => <PlainList data={data} />,
    panel: (data, task) => <DrawnPanel key={task} view={viewOf(data)} marks={ready.marksFor(task, data)} />,
    tab: (data, task) => <ContextPanel key={task} data={data} task={task} changes={changes} />,
  };
}

/** One round of one subject: mounted, one value changed, switched to another customer, taken away. */
async function round(prepare: Draw, data: JsonObject, number: number): Promise<Record<Phase, Times>> {
  const labels = labelsOf(data);
  const drawn = stage.getElementsByTagName('dt');
  const calls: Record<Phase, [JsonObject, string]> = {
    mount: [data, `a${number}`],
    change: [withChange(data, `changed ${number}`), `a${number}`],
    switch: [otherCustomer(data), `b${number}`],
  };
  const times = {} as Record<Phase, Times>;
  await rest(true);
  for (const phase of PHASES) {
    const element = prepare(...calls[phase]);
    await rest();
    times[phase] = await timed(
      () => draw(element),
      () => drawn.length >= labels,
    );
  }
  draw(null);
  return times;
}

async function rounds(shape: Shape, count: number): Promise<Samples> {
  const data = dataOf(shape);
  const samples = byPhase((): Record<Subject, Times[]> => ({ plain: [], panel: [], tab: [] }));
  // The first round only warms up; who goes first alternates.
  for (let number = -1; number < count; number += 1) {
    const prepare = subjects();
    for (const subject of number % 2 === 0 ? SUBJECTS : [...SUBJECTS].reverse()) {
      const times = await round(prepare[subject], data, number);
      if (number >= 0) for (const phase of PHASES) samples[phase][subject].push(times[phase]);
    }
  }
  return samples;
}

async function live(shape: Shape, count: number): Promise<LiveSamples> {
  const data = dataOf(shape);
  const document = documentFor(data);
  const compiled = compile(document);
  const services = servicesWith(document);
  const samples: LiveSamples = { phases: byPhase(() => []), view: [] };
  for (let number = -1; number < count; number += 1) {
    const times = await round((shown, task) => <Whole data={shown} task={task} services={services} />, data, number);
    const context = withChange(data, 'timed');
    const started = performance.now();
    view(compiled, { context, facts: {}, env });
    const engine = performance.now() - started;
    if (number < 0) continue;
    for (const phase of PHASES) samples.phases[phase].push(times[phase]);
    samples.view.push(engine);
  }
  services.clear();
  return samples;
}

function byPhase<T>(make: () => T): Record<Phase, T> {
  return { mount: make(), change: make(), switch: make() };
}

window.panelBench = {
  rounds,
  live,
  async reach(shape) {
    const data = dataOf(shape);
    const element = subjects().tab(data, 'reach');
    const labels = stage.getElementsByTagName('dt');
    draw(null);
    await timed(
      () => draw(element),
      () => labels.length >= labelsOf(data),
    );
    return reachOf(data, stage);
  },
};
