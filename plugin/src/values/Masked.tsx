import React, { useContext, useEffect, useRef, useState } from 'react';
import { RevealContext, type Reveal } from './reveal';
import { strings } from '../strings';

/** How long a revealed value stays on the screen. */
export const REVEALED_FOR_MS = 30_000;

type State = { is: 'masked' } | { is: 'loading' } | { is: 'shown'; text: string } | { is: 'failed' };

interface Props {
  /** Pointer of the value. */
  id: string;
  label: string;
  /** What is shown instead of the value. */
  text: string;
}

/** A masked value that this worker may ask for. When it becomes another value, nothing of the one before stays. */
export function Masked(props: Props): React.ReactElement {
  const reveal = useContext(RevealContext);
  const { id, text } = props;
  if (reveal === undefined) return <>{text}</>;
  return <Revealable key={[id, text, reveal.stampOf?.(id)].join('\n')} {...props} reveal={reveal} />;
}

/** What was revealed lives in this component alone and goes with it. */
function Revealable({ id, label, text, reveal }: Props & { reveal: Reveal }): React.ReactElement {
  const [state, setState] = useState<State>({ is: 'masked' });
  const request = useRef<AbortController>();

  useEffect(() => () => request.current?.abort(), []);
  useEffect(() => {
    if (state.is !== 'shown') return;
    const timer = setTimeout(() => setState({ is: 'masked' }), REVEALED_FOR_MS);
    return () => clearTimeout(timer);
  }, [state]);

  const toggle = (): void => {
    if (state.is === 'shown') {
      setState({ is: 'masked' });
      return;
    }
    if (state.is === 'loading') return;
    const controller = new AbortController();
    request.current = controller;
    setState({ is: 'loading' });
    reveal(id, controller.signal).then(
      (shown) => {
        if (!controller.signal.aborted) setState({ is: 'shown', text: shown });
      },
      () => {
        if (!controller.signal.aborted) setState({ is: 'failed' });
      },
    );
  };

  const shown = state.is === 'shown';
  return (
    <>
      <span aria-live="polite">{shown ? state.text : text}</span>{' '}
      <button
        type="button"
        className="cc-plain cc-small"
        aria-label={shown ? strings.hideLabel(label) : strings.revealLabel(label)}
        aria-disabled={state.is === 'loading'}
        onClick={toggle}
      >
        {shown ? strings.hide : state.is === 'loading' ? strings.revealing : strings.reveal}
      </button>
      {state.is === 'failed' && (
        <span className="cc-block" role="alert">
          {strings.revealFailed}
        </span>
      )}
    </>
  );
}
