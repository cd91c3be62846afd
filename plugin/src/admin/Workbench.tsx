import React, { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Json } from '../../../display/json';
import { EMPTY_DOCUMENT, type DraftState } from '../../../editor/draft';
import { documentOf, judge, rawOf, withDocument } from '../../../editor/raw';
import { loadDocument } from '../../../schemas/load';
import type { Follows } from '../schema/sameRevision';
import { useStore } from '../state/useStore';
import type { EditorHost } from './contract';
import { Columns } from './Columns';
import { DiscardDialog } from './DiscardDialog';
import { readFile, saveFile, type ReadFile } from './files';
import { HistoryDrawer } from './history/HistoryDrawer';
import { Notices } from './Notices';
import { Problems } from './Problems';
import { loadRevision, type Published } from './published';
import { PublishDialog } from './publish/PublishDialog';
import { usePublishing } from './publish/usePublishing';
import { editorStrings as strings } from './strings';
import { Toolbar } from './Toolbar';
import { textKey, useBrokenText } from './useBrokenText';
import { asDraftBase, draftKey, useDraft } from './useDraft';

export type Mode = 'form' | 'json';

interface Props {
  host: EditorHost;
  published: Published;
  reload: () => Promise<Published | undefined>;
}

const baseOf = ({ base }: DraftState) => ({
  revision: base.revision,
  id: base.id,
  document: base.document ?? EMPTY_DOCUMENT,
});

/** Whether panels follow a publication that the editor has not seen: a later one, or another of the same number. */
function isNewer(live: Follows, published: Published): boolean {
  if (live.revision === null) return false;
  return (
    live.revision > published.revision ||
    (live.revision === published.revision && live.revisionId !== published.entry?.id)
  );
}

/** The draft and everything that is done to it. */
export function Workbench({ host, published, reload }: Props): React.ReactElement {
  const { agent, post, onLive } = host;
  const broken = useBrokenText(agent.id);
  const { draft, state } = useDraft(agent.id, published, broken.kept);
  const { document } = state;
  // A text that could not be read when the view was left is where the admin was.
  const [mode, setMode] = useState<Mode>(broken.kept === undefined ? 'form' : 'json');
  const [raw, setRaw] = useState(() => (broken.kept === undefined ? rawOf(document) : { text: broken.kept.text }));
  const [selected, setSelected] = useState('');
  const [open, setOpen] = useState<'history' | 'discard' | ReadFile>();
  const [said, setSaid] = useState<string | undefined>(broken.kept === undefined ? undefined : strings.textKept);

  const loaded = useMemo(() => loadDocument(document), [document]);
  // A text that can't be read is the admin's alone. Any other says what the draft is, whatever has changed that.
  const text = useMemo(
    () => (mode === 'json' && documentOf(raw) === undefined ? raw : withDocument(raw, document)),
    [mode, raw, document],
  );
  const verdict = useMemo(() => (mode === 'json' ? judge(text) : undefined), [mode, text]);
  const canPublish = loaded.usable && verdict?.state !== 'broken' && state.movedOn === undefined;

  const edit = useCallback(
    (next: Json, select?: string) => {
      draft.edit(next);
      if (select !== undefined) setSelected(select);
    },
    [draft],
  );
  const editText = useCallback(
    (next: string) => {
      setRaw({ text: next });
      const read = documentOf({ text: next });
      if (read !== undefined) draft.edit(read);
    },
    [draft],
  );
  const replace = useCallback(() => {
    setRaw(rawOf(draft.state().document));
    setSelected('');
  }, [draft]);

  const isBroken = verdict?.state === 'broken';
  const isUnread = isBroken && verdict.document === undefined;
  useEffect(() => {
    draft.hold(isUnread);
    if (isUnread) broken.keep(raw.text, draft.state());
    else {
      broken.forget();
      setSaid((one) => (one === strings.textKept ? undefined : one));
    }
    // What the text stands beside moves when the admin says so.
  }, [draft, broken, isUnread, raw, state.base]);
  useEffect(() => {
    const onStorage = ({ key, newValue }: StorageEvent): void => {
      // Another tab has given up a text that it had kept in place of this one.
      if (key === textKey(agent.id) && newValue === null && isUnread) broken.keep(raw.text, draft.state());
      // A text with a mistake is on the screen alone: it is not replaced. The next edit notices the other tab.
      if ((key === null || key === draftKey(agent.id)) && !isBroken && draft.look()) replace();
    };
    window.addEventListener('storage', onStorage);
    return () => window.removeEventListener('storage', onStorage);
  }, [draft, broken, agent.id, isBroken, isUnread, raw, replace]);

  const live = useStore(host.live);
  const isNews = isNewer(live, published);
  useEffect(() => {
    if (isNews) void reload();
    // Each publication that panels come to follow is looked at once: what the service says counts.
  }, [isNews, live.revision, live.revisionId, reload]);

  /** The draft may be what went live: then it starts from there, and what came on top of it is nothing to undo. */
  const land = useCallback(
    (revision: number): void => {
      const landed = loadRevision(post, revision).then((found) => draft.landed(asDraftBase(found)));
      void landed.catch(() => undefined).then(reload);
    },
    [post, draft, reload],
  );
  const publishing = usePublishing({
    post,
    adminId: agent.id,
    onLive: useCallback(
      (revision: number, id?: string) => {
        onLive(revision, id);
        land(revision);
      },
      [onLive, land],
    ),
    onSuperseded: land,
    onStart: useCallback(() => draft.sending(), [draft]),
    onDoubt: useCallback(() => void reload(), [reload]),
    onEnd: host.onEnd,
  });

  const take = (imported: Json): void => {
    draft.edit(imported);
    replace();
    setSaid(undefined);
    setOpen(undefined);
  };
  const hasWork = state.changed || isUnread;
  const hasText = useRef(isUnread);
  hasText.current = isUnread;
  const importFile = (file: File): void =>
    void readFile(file).then((read) => {
      if ('mistake' in read) setSaid(read.mistake);
      // As it is now: the admin may have gone on while the file was read.
      else if (draft.state().changed || hasText.current) setOpen(read);
      else take(read.document);
    });

  return (
    <>
      <Toolbar
        published={published}
        changed={hasWork}
        locale={agent.locale}
        onDiscard={hasWork ? () => setOpen('discard') : undefined}
        onPublish={
          state.changed && canPublish ? () => publishing.propose({ document, base: baseOf(state) }) : undefined
        }
        onHistory={() => setOpen('history')}
        onExport={() => saveFile(document, `display-schema-r${state.base.revision}-draft.json`)}
        onImport={importFile}
      />
      <Notices
        state={state}
        published={published}
        said={said}
        publishing={publishing}
        onRebase={() => draft.rebase()}
        onTakeTheirs={() => {
          draft.discard();
          replace();
        }}
        onKeepMine={() => draft.keepMine()}
        onTakeOther={() => {
          draft.takeOther();
          replace();
        }}
        onHear={() => setSaid(undefined)}
      />
      <Columns
        host={host}
        document={document}
        loaded={loaded}
        mode={mode}
        text={text.text}
        verdict={verdict}
        selected={selected}
        onSelect={setSelected}
        onChange={edit}
        onText={editText}
      />
      <Problems
        report={loaded.report}
        verdict={verdict}
        mode={mode}
        onMode={(next) => {
          setRaw(text);
          setMode(next);
        }}
        onSelect={setSelected}
      />
      {open === 'history' && (
        <HistoryDrawer
          key={published.entry?.id ?? published.revision}
          post={post}
          locale={agent.locale}
          onRestore={(restore, found) =>
            publishing.propose({ restore, document: found, base: { ...published, id: published.entry?.id } })
          }
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'discard' && (
        <DiscardDialog
          heading={strings.discardTitle}
          confirm={strings.discardYes}
          state={state}
          isUnread={isUnread}
          onConfirm={() => {
            draft.discard();
            replace();
            setOpen(undefined);
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
      {typeof open === 'object' && (
        <DiscardDialog
          heading={strings.importTitle(open.name)}
          confirm={strings.importYes}
          state={state}
          isUnread={isUnread}
          onConfirm={() => take(open.document)}
          onClose={() => setOpen(undefined)}
        />
      )}
      <PublishDialog publishing={publishing} now={() => Date.now()} onHistory={() => setOpen('history')} />
    </>
  );
}
