import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Json } from '../../../../display/json';
import {
  createPublication,
  type Publication,
  type PublicationState,
  type Request,
} from '../../../../editor/publication';
import { ServiceError, type Post } from '../../service/post';
import { useStore } from '../../state/useStore';
import type { PublicationEnd } from '../contract';
import { browserStorage } from '../useDraft';
import { publicationEnd } from './publicationEnd';

/** What somebody is about to publish, and what it is to replace. */
export interface Proposal {
  /** An earlier revision to bring back; undefined: the draft. */
  restore?: number;
  document: Json;
  /** What is live as far as this admin has seen. */
  base: { revision: number; id: string | undefined; document: Json };
}

export interface Publishing {
  state: PublicationState;
  proposal: Proposal | undefined;
  /** Asks for a comment; while a publication is under way, shows that one instead. */
  propose: (proposal: Proposal) => void;
  /** Whether progress or the end of it is on the screen. */
  isOpen: boolean;
  open: () => void;
  /** Back from a failure to the comment. */
  again: () => void;
  close: () => void;
  start: (comment: string) => void;
  /** Set when an earlier visit did not see the end of a publication. */
  resume: (() => void) | undefined;
}

interface Input {
  post: Post;
  adminId: string;
  /** The draft is on its way; not so for an earlier revision that is brought back. */
  onStart: () => void;
  /** A revision has gone live. */
  onLive: (revision: number, id?: string) => void;
  /** A revision was live, and another was published on top of it since. */
  onSuperseded: (revision: number) => void;
  /** What is published may be something else than was thought. */
  onDoubt: () => void;
  /** A publication has ended, also while nobody looks. */
  onEnd: ((end: PublicationEnd) => void) | undefined;
}

/** The service’s own sentences say most exactly what happened and what to do. */
function withWords(post: Post): Post {
  return (route, fields) =>
    post(route, fields).catch((error: unknown) => {
      if (!(error instanceof ServiceError) || error.said === undefined) throw error;
      const { code, retryAfter, said } = error;
      throw Object.assign(new Error(said), { code, retryAfter });
    });
}

const known = new Map<string, Publication>();

/** A publication lives as long as the page: it goes on while the admin takes a task and comes back. */
function publicationOf(adminId: string, post: Post, onEnd: Input['onEnd']): Publication {
  const existing = known.get(adminId);
  if (existing !== undefined) return existing;
  const made = createPublication({
    post: withWords(post),
    storage: browserStorage,
    key: `customer-context:publication:${adminId}`,
    now: () => Date.now(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  made.subscribe((state) => {
    const end = publicationEnd(state);
    if (end !== undefined) onEnd?.(end);
  });
  known.set(adminId, made);
  return made;
}

/** The way from a proposal to agents having it. */
export function usePublishing({ post, adminId, onStart, onLive, onSuperseded, onDoubt, onEnd }: Input): Publishing {
  const publication = publicationOf(adminId, post, onEnd);
  const store = useMemo(
    () => ({ get: publication.state, subscribe: (listener: () => void) => publication.subscribe(listener) }),
    [publication],
  );
  const state = useStore(store);
  const [proposal, setProposal] = useState<Proposal>();
  const [isOpen, setOpen] = useState(false);

  const told = useRef<PublicationState>();
  useEffect(() => {
    if (told.current === state) return;
    told.current = state;
    if (state.status === 'live') onLive(state.revision, state.id);
    else if (state.status === 'superseded') onSuperseded(state.revision);
    else if (state.status === 'overwritten' || state.status === 'failed') onDoubt();
  }, [state, onLive, onSuperseded, onDoubt]);

  const start = useCallback(
    (comment: string) => {
      if (proposal === undefined) return;
      const { restore, document, base } = proposal;
      const source: Request['source'] = restore === undefined ? { document } : { restore };
      if (restore === undefined) onStart();
      setOpen(true);
      void publication.start({ source, comment, baseRevision: base.revision, baseId: base.id });
    },
    [proposal, publication, onStart],
  );
  return {
    state,
    proposal,
    propose(next) {
      if (publication.state().status === 'running') {
        setOpen(true);
        return;
      }
      publication.dismiss();
      setProposal(next);
    },
    isOpen: isOpen || proposal !== undefined,
    open: () => setOpen(true),
    again: () => publication.dismiss(),
    close() {
      setOpen(false);
      setProposal(undefined);
      publication.dismiss();
    },
    start,
    resume: publication.canResume()
      ? () => {
          setOpen(true);
          void publication.resume();
        }
      : undefined,
  };
}
