// Run by plugin/webpack.config.js inside of Twilio's own builder: bundles the plugin into the file that is named, unless
// that was made of the same sources and variables before.
import { pluginDefines, readEnvironment } from '../build/environment';
import { PLUGIN_INPUTS } from '../build/inputs';
import { buildPlugin } from '../build/plugin';
import { at } from '../build/root';
import { buildWhenStale, fingerprint } from '../build/stale';

const [outFile] = process.argv.slice(2);
if (outFile === undefined) throw new Error('Say where the script goes.');
const env = readEnvironment(at('.env'));
await buildWhenStale(`${outFile}.stamp`, fingerprint(PLUGIN_INPUTS, pluginDefines(env)), () =>
  buildPlugin({ outFile, env, forTwilioBuilder: true }),
);
