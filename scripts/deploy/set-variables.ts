import type { Clouds } from '../cloud/clouds';

/**
 * Sets variables of an environment; others stay as they are. Functions read them anew with each run.
 *
 * @param wanted value by name
 * @throws CloudError
 */
export async function setVariables(
  { twilio }: Clouds,
  serviceSid: string,
  environmentSid: string,
  wanted: Readonly<Record<string, string>>,
): Promise<void> {
  const { variables } = twilio.serverless.v1.services(serviceSid).environments(environmentSid);
  const there = await variables.list();
  for (const [key, value] of Object.entries(wanted)) {
    const found = there.find((one) => one.key === key);
    if (found === undefined) await variables.create({ key, value });
    else if (found.value !== value) await variables(found.sid).update({ value });
  }
}
