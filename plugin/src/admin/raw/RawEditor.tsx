import React, { useLayoutEffect, useMemo, useRef } from 'react';
import { judge, type Verdict } from '../../../../editor/raw';
import { locateAll } from '../../../../schemas/parse';
import { useSheet } from '../outline/useSheet';
import { css } from './css';
import { byLine, countLines, marksOf, offsetOf, type Mark } from './marks';
import { strings } from './strings';

interface Props {
  text: string;
  onText: (text: string) => void;
  /** What the text is worth, where the caller knows it already. */
  verdict?: Verdict | undefined;
}

const LINE_HEIGHT = 20;
const PADDING = 8;
const MOST_SHOWN = 50;

/** The document as JSON. Says line by line what keeps it from being published, and what only the form can't show. */
export function RawEditor({ text, onText, verdict: given }: Props): React.ReactElement {
  useSheet(css);
  const verdict = useMemo(() => given ?? judge({ text }), [given, text]);
  const marks = useMemo(() => marksOf(verdict), [verdict]);
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLPreElement>(null);
  const broken = verdict.state === 'broken';

  const goTo = (line: number, column: number): void => {
    const { current } = area;
    if (current === null) return;
    // A text area counts every kind of line end as one character.
    const offset = offsetOf(text, line, column) - (text.slice(0, offsetOf(text, line, 1)).match(/\r\n/g)?.length ?? 0);
    current.focus();
    current.setSelectionRange(offset, offset);
    current.scrollTop = Math.max(0, (line - 4) * LINE_HEIGHT);
  };

  const notInForm = verdict.state === 'fine' ? verdict.notInForm.slice(0, MOST_SHOWN) : [];
  const places = locateAll(
    text,
    notInForm.map(({ pointer }) => pointer),
  );
  return (
    <div className="cc-raw">
      <div className="cc-raw-box">
        <Gutter text={text} marks={marks} gutter={gutter} />
        <textarea
          ref={area}
          aria-label={strings.label}
          aria-invalid={broken}
          aria-describedby="cc-raw-verdict"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          wrap="off"
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
          onScroll={({ currentTarget: { scrollTop } }) => {
            if (gutter.current) gutter.current.style.transform = `translateY(${-scrollTop}px)`;
          }}
        />
      </div>
      <div className="cc-raw-problems">
        <p id="cc-raw-verdict" role="status" className={broken ? 'cc-text-error' : 'cc-text-success'}>
          {broken ? strings.broken : strings.fine}
        </p>
        {marks.length > 0 && (
          <ul>
            {marks.slice(0, MOST_SHOWN).map((mark, index) => (
              <li key={index}>
                <button type="button" onClick={() => goTo(mark.line, mark.column)}>
                  {strings.at(mark.line, mark.column)}
                </button>
                {` · ${mark.severity === 'error' ? strings.error : strings.warning} · ${mark.message}`}
              </li>
            ))}
            {marks.length > MOST_SHOWN && <li>{strings.more(marks.length - MOST_SHOWN)}</li>}
          </ul>
        )}
        {notInForm.length > 0 && (
          <>
            <p>{strings.notInForm}</p>
            <ul>
              {notInForm.map(({ pointer, why }) => {
                const place = places.get(pointer);
                return (
                  <li key={pointer}>
                    {place !== undefined && (
                      <button type="button" onClick={() => goTo(place.line, place.column)}>
                        {strings.line(place.line)}
                      </button>
                    )}
                    {` · ${pointer} · ${why}`}
                  </li>
                );
              })}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}

interface GutterProps {
  text: string;
  marks: readonly Mark[];
  gutter: React.RefObject<HTMLPreElement>;
}

/** Line numbers, those with something wrong marked. For the eyes only: the list below says the same in words. */
function Gutter({ text, marks, gutter }: GutterProps) {
  const count = useMemo(() => countLines(text), [text]);
  const numbers = useMemo(() => Array.from({ length: count }, (_, index) => index + 1).join('\n'), [count]);
  const lines = useMemo(() => [...byLine(marks)], [marks]);
  // The text area may have scrolled before there was anything to move.
  useLayoutEffect(() => {
    const area = gutter.current?.closest('.cc-raw-box')?.querySelector('textarea');
    if (gutter.current && area) gutter.current.style.transform = `translateY(${-area.scrollTop}px)`;
  }, [gutter, count]);
  return (
    <div className="cc-raw-gutter" aria-hidden="true">
      <pre ref={gutter}>
        {numbers}
        {lines.map(([line, severity]) => (
          <mark
            key={line}
            className={severity === 'error' ? 'cc-raw-error' : ''}
            style={{ top: PADDING + (line - 1) * LINE_HEIGHT }}
          >
            {line}
          </mark>
        ))}
      </pre>
    </div>
  );
}
