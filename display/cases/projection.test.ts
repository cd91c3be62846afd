import { describe, expect, it } from 'vitest';
import { compile } from '../compile';
import { view } from '../customer';
import { decide } from '../layout';
import { project } from '../project';
import type { Json } from '../json';
import { environment } from './case';
import { linesOf } from './document';
import { sentForCases } from './projection-masks.cases';
import { sentCases } from './projection.cases';

/** As over the network. */
const wire = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

describe('what leaves the server is what the plugin shows', () => {
  it.each([...sentCases, ...sentForCases].map((one) => [one.it, one] as const))('%s', (_it, one) => {
    const { traits, context, sends, masked = {}, sees } = one;
    const compiled = compile({ version: 1, ...one.document });
    const facts = { ...one.facts, context };
    const decision = wire(decide(compiled, { ...facts, traits }));
    const sent = wire(project(compiled, decision, 'traits', traits));
    expect(sent).toEqual({ data: sends, masked });

    const shown = (data: Json, texts?: Record<string, string>) =>
      view(compiled, { context, traits: data, masked: texts, facts, decision, env: environment });
    const seen = shown(sent.data ?? {}, sent.masked);
    expect(seen).toEqual(shown(traits));
    if (sees !== undefined) expect(seen.traits && linesOf(seen.traits)).toEqual(sees);
    expect(project(compiled, decision, 'traits', sent.data).data).toEqual(sent.data);
  });
});
