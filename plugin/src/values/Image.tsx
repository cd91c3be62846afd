import React, { useState } from 'react';
import { strings } from '../strings';

interface Props {
  src: string;
  text: string;
  width: number;
  height: number;
}

/** A picture from one of the field's own hosts, in space that is kept free for it; its text where it can't be loaded. */
export function Image({ src, text, width, height }: Props): React.ReactElement {
  const [failed, setFailed] = useState('');
  if (failed === src || !/^https:/i.test(src)) {
    return (
      <span className="cc-empty">
        {text === '' ? strings.imageFailed : `${text} (${strings.imageFailed.toLowerCase()})`}
      </span>
    );
  }
  return (
    <img
      className="cc-image"
      src={src}
      alt={text}
      width={width}
      height={height}
      loading="lazy"
      referrerPolicy="no-referrer"
      onError={() => setFailed(src)}
    />
  );
}
