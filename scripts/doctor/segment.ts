import { readSettings, type Settings } from '../../service/settings/settings';
import { valueIn, type VariableName } from '../../service/settings/variables';
import { serviceTable } from '../deploy/variables';
import type { Doctor } from './doctor';

/** What reading profiles needs. */
export const READING = ['SEGMENT_SPACE_ID', 'SEGMENT_PERSONA_KEY'] as const satisfies readonly VariableName[];
/** What `identifyUser` needs. */
export const WRITING = ['SEGMENT_WRITE_KEY'] as const satisfies readonly VariableName[];

/** The product works without Segment. To leave out all that a part needs is a choice; to leave out half is a mistake. */
const PARTS: readonly { needs: readonly string[]; without: string }[] = [
  { needs: READING, without: 'agents and flows see no traits and no events' },
  { needs: WRITING, without: 'identifyUser stores nothing' },
];

/**
 * What somebody chose to do without.
 *
 * @param missing names of variables that are nowhere
 * @returns `names`: those of them that belong to such a part; `says`: what does not work then, a sentence a part
 */
export function leftOut(missing: readonly string[]): { names: string[]; says: string[] } {
  const parts = PARTS.filter(({ needs }) => needs.every((name) => missing.includes(name)));
  return {
    names: parts.flatMap(({ needs }) => needs),
    says: parts.map(({ needs, without }) => `without ${needs.join(' and ')} ${without}`),
  };
}

/**
 * Settings as the functions have them after the next deployment: what is set here, and otherwise what the service holds.
 *
 * @returns `missing`: those of `names` that are nowhere
 */
export async function segmentSettings(
  { variables, inService }: Doctor,
  names: readonly VariableName[],
): Promise<{ settings: Settings; missing: readonly string[] }> {
  const asked: readonly string[] = [...names, 'SEGMENT_REGION'];
  const complete = serviceTable.every((one) => !asked.includes(one.name) || valueIn(variables, one) !== '');
  // A service that can’t be looked at is another check’s line.
  const there = complete ? {} : await inService().catch(() => ({}));
  const values = Object.fromEntries(
    serviceTable.map((one) => [one.name, valueIn(variables, one) || valueIn(there, one)] as const),
  );
  return { settings: readSettings(values), missing: names.filter((name) => values[name] === '') };
}
