import React from 'react';
import type { PanelView, View } from '../../../../display/index';
import { editorStrings as strings } from '../strings';

function rowsOf(panel: PanelView | null): { id: string; label: string; key: string; why: string }[] {
  if (panel === null) return [];
  return panel.sections.flatMap(({ rows }) =>
    rows.map(({ id, label, key, why }) => ({
      id: `${panel.source}${id}`,
      label,
      key,
      why: why ?? (panel.source === 'context' ? strings.fromContext : strings.fromTraits),
    })),
  );
}

/** Which layout won and why, what in the document has no effect here, and where each value comes from. */
export function Reasons({ view, chosen }: { view: View; chosen: boolean }): React.ReactElement {
  const rows = [...rowsOf(view.context), ...rowsOf(view.traits)];
  return (
    <div className="cc-reasons">
      <p data-testid="layout-reason">
        <strong>{view.layout.name ?? strings.noLayout}</strong> {chosen ? strings.layoutChosen : view.layout.why}
      </p>
      {view.reports.length > 0 && (
        <ul>
          {view.reports.map(({ at, message }) => (
            <li key={`${at} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
      <details>
        <summary>{strings.whereFrom(rows.length)}</summary>
        <dl>
          {rows.map(({ id, label, key, why }) => (
            <React.Fragment key={id}>
              <dt>
                {label} <code>{key}</code>
              </dt>
              <dd>{why}</dd>
            </React.Fragment>
          ))}
        </dl>
      </details>
    </div>
  );
}
