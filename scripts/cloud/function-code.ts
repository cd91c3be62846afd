import type { Clouds } from './clouds';
import { cloudError } from './trouble';

/**
 * The code of one version of a function.
 *
 * @param functionSid ZH…
 * @param version SID, ZN…
 * @returns undefined where Twilio does not have it any more. @throws CloudError
 */
export async function functionCode(
  { twilio }: Clouds,
  serviceSid: string,
  functionSid: string,
  version: string,
): Promise<string | undefined> {
  const { functionVersions } = twilio.serverless.v1.services(serviceSid).functions(functionSid);
  try {
    return (await functionVersions(version).functionVersionContent().fetch()).content;
  } catch (error) {
    if (cloudError(error)?.status === 404) return undefined;
    throw error;
  }
}
