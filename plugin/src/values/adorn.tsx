import React from 'react';
import type { DisplayValue } from '../../../display/value';
import { strings } from '../strings';
import { safeHref, linkAttributes } from './href';
import { ValueIcon } from './ValueIcon';

/** Whether a link's text is its host or its whole address, so that the host need not stand beside it. */
function saysHost(text: string, host: string): boolean {
  const rest = /^https?:\/\//i.test(text) ? text.replace(/^https?:\/\//i, '') : text;
  return rest === host || rest.startsWith(`${host}/`) || rest.startsWith(`${host}?`) || rest.startsWith(`${host}#`);
}

/** What may stand around a value whatever its kind: icon, tone, link with its host, hint. */
export function adorn(value: DisplayValue, content: React.ReactNode): React.ReactNode {
  const href = safeHref(value.href);
  const tone = value.kind === 'badge' ? undefined : value.tone;
  if (href === undefined && value.icon === undefined && tone === undefined && value.hint === undefined) return content;
  const inner = (
    <>
      {value.icon !== undefined && value.kind !== 'badge' && <ValueIcon icon={value.icon} />}
      {content}
    </>
  );
  const linked =
    href === undefined ? (
      inner
    ) : (
      <>
        <a className="cc-link" {...linkAttributes(href)}>
          {inner}
          {/^http/i.test(href) && <span className="cc-hidden"> ({strings.opensNewTab})</span>}
        </a>
        {value.host !== undefined && !saysHost(value.text, value.host) && (
          <span className="cc-small">{value.host}</span>
        )}
      </>
    );
  return (
    <>
      {tone === undefined || tone === 'neutral' ? linked : <span className={`cc-text-${tone}`}>{linked}</span>}
      {value.hint !== undefined && <span className="cc-block">{value.hint}</span>}
    </>
  );
}
