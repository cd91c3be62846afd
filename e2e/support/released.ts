import { connectClouds, type Clouds } from '../../scripts/cloud/clouds';
import { sandboxVariables } from '../../scripts/cloud/sandbox';

/** The account of a sandbox, as commands reach it. @param origin of the sandbox */
export const accountOf = (origin: string): Clouds => connectClouds(sandboxVariables(origin));

/** The plugins that agents load: those of the active release. */
export async function releasedPlugins({ twilio }: Clouds) {
  const { pluginReleases, pluginConfigurations } = twilio.flexApi.v1;
  const [release] = await pluginReleases.list({ limit: 1 });
  return release === undefined ? [] : pluginConfigurations(release.configurationSid).plugins.list();
}
