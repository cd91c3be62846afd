import { droppedPlugins } from '../cloud/release';
import type { Place } from '../cloud/service';
import type { RemovalPlan } from './plan';

/** What goes and what stays, in words. Variables by name only. */
export function removalLines(plan: RemovalPlan, name: string): string[] {
  const { place, released, archive, ours, kept, variables, sharedVariables, othersVariables, loose } = plan;
  const { service, environment } = place;
  const stays = (what: string) => `= ${what}  stays: not ours`;
  return [
    ...(released === undefined ? [] : [`- ${name} ${released}: agents do not load it any more; other plugins stay`]),
    ...(released === undefined ? [] : droppedPlugins(plan.plugin.active, name).map((sentence) => `- ${sentence}`)),
    ...(archive ? [`- ${name}: archived. Twilio can’t undo that: no plugin of this name can be deployed again`] : []),
    ...(plan.pluginEnvironment === undefined
      ? []
      : [`- environment of ${name}, ${plan.pluginEnvironment.domain}, with the bundles of its versions`]),
    ...(plan.unknownService === undefined ? [] : [`= service ${plan.unknownService}  this account does not have it`]),
    ...ours.map(({ kind, path }) => `- ${kind} ${path}`),
    ...variables.map(
      (one) => `- variable ${one.name}${one.asHere ? '' : '  its value is not the one that is set here'}`,
    ),
    ...kept.map(({ kind, path }) => stays(`${kind} ${path}`)),
    ...sharedVariables.map(
      (one) => `= variable ${one}  stays: its value is not the one set here, so others may use it`,
    ),
    ...unclaimedLines(plan),
    ...othersVariables.map((one) => stays(`variable ${one}`)),
    ...loose.map((one) => `= ${one.kind} ${one.name}  stays: not ours, in no build yet`),
    ...(environment !== undefined && plan.wholeEnvironment
      ? [`- environment ${environment.uniqueName}, ${environment.domain}`]
      : []),
    ...schemaLines(place, plan.schemas),
    ...(plan.wholeService && service !== undefined ? [`- service ${service.uniqueName}, which is empty then`] : []),
  ];
}

/** What may be left over from us, and may as well be somebody else's. */
export function unclaimedLines({ unclaimed }: RemovalPlan): string[] {
  return unclaimed.map(
    (one) =>
      `= variable ${one}  stays: no function of ours is there, so others may use it. Its value is the one set here: ` +
      'if nobody needs it, delete it in the Console',
  );
}

function schemaLines({ schemas: there }: Place, go: boolean): string[] {
  if (there === undefined) return [];
  return go
    ? ['- published display schemas, with their history']
    : ['= published display schemas  stay: --with-schemas removes them'];
}
