import React, { useMemo, useState } from 'react';
import { Button } from '@twilio-paste/core/button';
import { formatById } from '../../../../display/formats/registry';
import { own, type Json } from '../../../../display/json';
import { nodeAt, outlineOf } from '../../../../editor/outline';
import { parentOf } from '../../../../editor/edit';
import { seenKeys, type SeenKey } from '../../../../editor/seen-keys';
import { useSheet } from '../outline/useSheet';
import { css } from './css';
import { arrangementOf, hideSeen, listSeen } from './place';
import { strings } from './strings';

interface Props {
  document: Json;
  /** What was seen; held in memory only. */
  samples: { context: readonly Json[]; traits: readonly Json[] };
  /** The selected part: new fields go into its section where they belong there. */
  selected?: string;
  /** The document after an edit, and the field that was added. */
  onChange: (document: Json, select?: string) => void;
}

/** A list of more would not be read; the next keys move up as these are dealt with. */
const MOST = 30;

/** Keys that samples have and no section lists, one click to add each as it was guessed. */
export function SeenKeys({ document, samples, selected = '', onChange }: Props): React.ReactElement {
  useSheet(css);
  const [said, setSaid] = useState('');
  const arrangement = arrangementOf(selected);
  const keys = useMemo(
    () => seenKeys(document, { contexts: samples.context, traits: samples.traits }, arrangement),
    [document, samples, arrangement],
  );
  const list = (seen: SeenKey) => {
    const edit = listSeen(document, selected, seen);
    if (edit === undefined) return;
    const section = parentOf(parentOf(edit.pointer)?.parent ?? '')?.parent ?? '';
    setSaid(strings.added(seen.key, nodeAt(outlineOf(edit.document), section).title));
    onChange(edit.document, edit.pointer);
  };
  const hide = (seen: SeenKey) => {
    const edit = hideSeen(document, selected, seen);
    if (edit === undefined) return;
    setSaid(strings.hidden(seen.key));
    onChange(edit.document);
  };
  return (
    <details className="cc-seen" open>
      <summary>{strings.title(keys.length)}</summary>
      <p>{keys.length === 0 ? strings.none : strings.help}</p>
      {(['context', 'traits'] as const).map((source) => {
        const found = keys.filter((seen) => seen.source === source);
        if (found.length === 0) return null;
        return (
          <section key={source} aria-label={strings.sources[source]}>
            <h3>{strings.sources[source]}</h3>
            <ul>
              {found.slice(0, MOST).map((seen) => (
                <Row key={seen.key} seen={seen} onList={() => list(seen)} onHide={() => hide(seen)} />
              ))}
            </ul>
            {found.length > MOST && <p>{strings.more(found.length - MOST)}</p>}
          </section>
        );
      })}
      <div className="cc-hidden" role="status">
        {said}
      </div>
    </details>
  );
}

function Row({ seen, onList, onHide }: { seen: SeenKey; onList: () => void; onHide: () => void }) {
  const { key, field, why, count, of, advice } = seen;
  const [label, format] = [own(field, 'label'), own(field, 'format')];
  const name = typeof format === 'string' ? formatById(format)?.name : undefined;
  const words = [label, name].filter((word) => typeof word === 'string').join(' · ');
  const actions = [
    <Button key="add" variant="link" size="reset" aria-label={strings.add(key)} onClick={onList}>
      {strings.addWord}
    </Button>,
    <Button key="hide" variant="link" size="reset" aria-label={strings.hide(key)} onClick={onHide}>
      {strings.hideWord}
    </Button>,
  ];
  return (
    <li>
      <div title={why}>
        {words} <code>{key}</code>
        <div className="cc-line-key">
          {why} {of > 1 ? strings.share(count, of) : ''}
        </div>
      </div>
      {/* What was advised stands first. */}
      {advice === 'hide' ? actions.reverse() : actions}
    </li>
  );
}
