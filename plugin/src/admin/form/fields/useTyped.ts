import { useState } from 'react';
import type { Json } from '../../../../../display/json';
import { said } from '../said';

/**
 * The text of a control whose value is read from what is typed: "1." stays "1." while it stands for 1. Another value from
 * outside replaces it.
 */
export function useTyped(
  value: Json | undefined,
  read: (text: string) => Json | undefined,
): [text: string, setText: (text: string) => void] {
  const [typed, setTyped] = useState<string>();
  const holds = typed !== undefined && Object.is(read(typed), value);
  return [holds ? typed : said(value), setTyped];
}
