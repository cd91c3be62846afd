import type { Express } from 'express';
import { environmentAt, servedDeployment } from '../serverless/deployments';
import type { Version } from '../serverless/records';
import type { SandboxState } from '../state/sandbox-state';

/** The plugin whose release takes the place of the one built from this checkout. */
const OURS = 'plugin-customer-context';
const RELEASED = '/sandbox/released';

export interface ListedPlugin {
  name: string;
  version: string;
  src: string;
  phase: number;
}

/**
 * The plugins of the active release, as Flex's plugin service lists them; undefined while none of them is ours. Their
 * scripts come from an address of the page's own, since they are protected: Twilio too fetches them for the browser.
 */
export function releasedPlugins({ plugins }: SandboxState): ListedPlugin[] | undefined {
  const configured = plugins.store.active?.configuration.plugins ?? [];
  if (!configured.some(({ plugin }) => plugin.uniqueName === OURS)) return undefined;
  return configured.map(({ plugin, version, phase }) => ({
    name: plugin.uniqueName,
    version: version.version,
    src: `${RELEASED}/${version.sid}/bundle.js`,
    phase,
  }));
}

/** Serves the script of each version of a plugin, and its source map, out of what was deployed. */
export function mountReleasedPlugins(app: Express, state: SandboxState): void {
  app.get(`${RELEASED}/:version/:file(bundle.js|bundle.js.map)`, (request, response) => {
    const { version: sid, file } = request.params;
    const version = state.plugins.store.plugins.flatMap(({ versions }) => versions).find((one) => one.sid === sid);
    const address = version === undefined ? undefined : version.url + (file === 'bundle.js.map' ? '.map' : '');
    const asset = address === undefined ? undefined : deployedAsset(state, new URL(address));
    if (asset === undefined) {
      response.status(404).type('text/plain').send('No deployment serves this version of the plugin.');
      return;
    }
    response.type(file === 'bundle.js' ? 'text/javascript' : 'application/json').set('Cache-Control', 'no-cache');
    response.send(asset.content);
  });
}

/** What the outside address of an asset serves to the account; private ones it serves to nobody. */
function deployedAsset({ serverless: { store } }: SandboxState, { host, pathname }: URL): Version | undefined {
  const at = environmentAt(store, host);
  if (at === undefined) return undefined;
  const deployment = servedDeployment(store, at.environment);
  const build = at.service.builds.get(deployment?.buildSid ?? '');
  return build?.versions.find(
    ({ kind, path, visibility }) => kind === 'asset' && path === pathname && visibility !== 'private',
  );
}
