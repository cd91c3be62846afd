import React from 'react';

/** Drawings for the words that Paste has no icon for, in Paste's 20 × 20 grid and stroke. */
const drawings = {
  bag: 'M5 7h10l1 10H4L5 7zm2.5 0V5.5a2.5 2.5 0 015 0V7',
  cart: 'M2.5 3.5h2l2 9h8.5l1.5-6.5H5.2M7.5 16.5h.01M14 16.5h.01',
  globe:
    'M10 2.5a7.5 7.5 0 100 15 7.5 7.5 0 000-15zM2.5 10h15M10 2.5c4.5 4.5 4.5 10.5 0 15M10 2.5c-4.5 4.5-4.5 10.5 0 15',
  heart: 'M10 16.5C5 13 2.5 10.5 2.5 7.5a3.6 3.6 0 017.5-1 3.6 3.6 0 017.5 1c0 3-2.5 5.5-7.5 9z',
  lock: 'M4.5 9h11v8h-11V9zM7 9V6.5a3 3 0 016 0V9',
  refund: 'M3 10a7 7 0 107-7H5M7.5 5.5L5 3l2.5-2.5M12 7.5c-2.5-1-4 .5-3 1.5s3.5.5 3 2.5-3 1.5-4 .5',
  tag: 'M3 3h6.5l7.5 7.5-6.5 6.5L3 9.5V3zM6.5 6.5h.01',
  truck: 'M2 5h9.5v9H2V5zm9.5 3H15l3 3v3h-6.5M5.5 16.5h.01M14.5 16.5h.01',
} as const;

export type OwnIcon = keyof typeof drawings;

export function isOwnIcon(icon: string): icon is OwnIcon {
  return Object.prototype.hasOwnProperty.call(drawings, icon);
}

export function OwnIconSvg({ icon }: { icon: OwnIcon }): React.ReactElement {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.2">
      <path strokeLinecap="round" strokeLinejoin="round" d={drawings[icon]} />
    </svg>
  );
}
