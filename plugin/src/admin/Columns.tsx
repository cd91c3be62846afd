import React, { useMemo } from 'react';
import { Heading } from '@twilio-paste/core/heading';
import { readContext } from '../../../display/index';
import type { Json } from '../../../display/json';
import type { Verdict } from '../../../editor/raw';
import type { Loaded } from '../../../schemas/load';
import { contextOf } from '../flex/task';
import { useStore } from '../state/useStore';
import type { EditorHost } from './contract';
import { NodeForm } from './form/NodeForm';
import { focusOutline } from './outline/focusOutline';
import { Outline } from './outline/Outline';
import { useCustomer } from './preview/customer';
import { Preview } from './preview/Preview';
import { useSource } from './preview/source';
import { RawEditor } from './raw/RawEditor';
import { SeenKeys } from './seenKeys/SeenKeys';
import { editorStrings as strings } from './strings';
import type { Mode } from './Workbench';

interface Props {
  host: EditorHost;
  document: Json;
  loaded: Loaded;
  mode: Mode;
  text: string;
  verdict: Verdict | undefined;
  selected: string;
  onSelect: (pointer: string) => void;
  onChange: (document: Json, select?: string) => void;
  onText: (text: string) => void;
}

/** Outline, form or JSON, and preview side by side. */
export function Columns({
  host,
  document,
  loaded,
  mode,
  text,
  verdict,
  selected,
  onSelect,
  onChange,
  onText,
}: Props): React.ReactElement {
  const tasks = useStore(host.tasks);
  const source = useSource(tasks);
  const customer = useCustomer(host.post, `${source.id} ${source.task.sid}`);
  const sample = customer.found.is === 'here' ? customer.found.sample : source.sample;
  const samples = useMemo(
    () => ({
      context: [...new Set([source.task, ...tasks])]
        .map((task) => readContext(contextOf(task)))
        .filter((context) => context !== undefined),
      traits: sample === undefined ? [] : [sample.traits],
    }),
    [source.task, tasks, sample],
  );
  return (
    <div className={`cc-columns${mode === 'json' ? ' cc-raw-mode' : ''}`}>
      {mode === 'form' ? (
        <>
          <div className="cc-column">
            <Outline
              document={document}
              report={loaded.report}
              selected={selected}
              onSelect={onSelect}
              onChange={onChange}
            />
            <SeenKeys document={document} samples={samples} selected={selected} onChange={onChange} />
          </div>
          <div
            role="presentation"
            className="cc-column"
            onKeyDown={(event) => {
              if (event.key === 'Escape') focusOutline();
            }}
          >
            <NodeForm
              key={selected}
              document={document}
              pointer={selected}
              report={loaded.report}
              onChange={onChange}
            />
          </div>
        </>
      ) : (
        <div className="cc-column">
          <RawEditor text={text} onText={onText} verdict={verdict} />
        </div>
      )}
      <div className="cc-column">
        <Heading as="h2" variant="heading50" marginBottom="space0">
          {strings.preview}
        </Heading>
        <Preview
          document={document}
          loaded={loaded}
          tasks={tasks}
          source={source}
          viewer={host.agent}
          theme={host.theme}
          customer={customer}
        />
      </div>
    </div>
  );
}
