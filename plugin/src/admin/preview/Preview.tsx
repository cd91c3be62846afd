import React, { useMemo, useRef, useState } from 'react';
import { TextArea } from '@twilio-paste/core/textarea';
import type { Json } from '../../../../display/json';
import { loadDocument, type Loaded } from '../../../../schemas/load';
import type { Agent } from '../../flex/agent';
import type { Task } from '../../flex/task';
import type { FlexTheme } from '../../frame/PasteTheme';
import { editorStrings as strings } from '../strings';
import { Choice } from './Choice';
import { compileDraft, layoutNames, withLayout } from './compileDraft';
import type { Customer } from './customer';
import { CustomerForm } from './CustomerForm';
import { EXAMPLES } from './examples';
import { Reasons } from './Reasons';
import { Stage } from './Stage';
import type { Source } from './source';
import { subjectOf, type Surroundings } from './subject';
import { SurroundingsForm } from './SurroundingsForm';
import { useExplainedView } from './useExplainedView';

interface Props {
  document: Json;
  /** The same document, checked. */
  loaded: Loaded;
  tasks: readonly Task[];
  source: Source;
  viewer: Agent;
  theme: FlexTheme;
  customer: Customer;
}

function nameOf(task: Task): string {
  const { name } = task.attributes;
  return typeof name === 'string' && name !== '' ? name : task.taskSid;
}

/** What agents will see of the draft: for whom, as whom, and why. */
export function Preview({ document, loaded, tasks, source, viewer, theme, customer }: Props): React.ReactElement {
  const [at, setAt] = useState<Surroundings>({
    role: 'agent',
    channel: undefined,
    locale: viewer.locale,
    theme: undefined,
    width: 420,
    layout: undefined,
  });
  const sample = customer.found.is === 'here' ? customer.found.sample : source.sample;
  const subject = useMemo(
    () => subjectOf(source.task, viewer, sample, at),
    // What the viewer is made anew of on every draw does not count.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [source.task, viewer.id, sample, at],
  );
  const names = layoutNames(document);
  const layout = at.layout === null || names.includes(at.layout ?? '') ? at.layout : undefined;
  const newest = useMemo(
    () => compileDraft(layout === undefined ? loaded : loadDocument(withLayout(document, layout))),
    [document, loaded, layout],
  );
  // While the draft can't be used, it is drawn as it was when it last could.
  const usable = useRef(newest);
  if (loaded.usable) usable.current = newest;
  const compiled = usable.current;
  const view = useExplainedView(compiled, subject);
  const stageTheme = at.theme === undefined ? theme : { ...theme, isLight: at.theme === 'light' };
  const isTask = source.id.startsWith('task:');
  return (
    <section className="cc-preview" aria-label={strings.preview}>
      <div className="cc-row">
        <Choice
          label={strings.previewOf}
          value={source.id}
          onChange={source.setId}
          options={[
            ...tasks.map((task) => ({ value: `task:${task.sid}`, label: strings.taskOf(nameOf(task)) })),
            ...EXAMPLES.map(({ id, title }) => ({ value: `example:${id}`, label: strings.exampleOf(title) })),
            { value: 'pasted', label: strings.pasted },
          ]}
        />
      </div>
      {source.id === 'pasted' && (
        <div>
          <TextArea
            aria-label={strings.pastedContext}
            value={source.pasted}
            hasError={source.mistake !== undefined}
            onChange={(event) => source.setPasted(event.target.value)}
          />
          {source.mistake !== undefined && <p className="cc-error">{strings.pastedMistake(source.mistake)}</p>}
        </div>
      )}
      <details className="cc-options">
        <summary>{strings.previewAs(at.role, source.sample !== undefined || customer.found.is === 'here')}</summary>
        <SurroundingsForm at={at} onChange={setAt} layouts={names} channel={source.task.channel} />
        <CustomerForm
          found={customer.found}
          taskSid={isTask ? source.task.taskSid : undefined}
          onAsk={customer.ask}
          onForget={customer.forget}
        />
      </details>
      <Stage compiled={compiled} subject={subject} theme={stageTheme} width={at.width} />
      <Reasons view={view} chosen={layout !== undefined} />
    </section>
  );
}
