// npm run remove: takes the product out of an account. docs/operate.md explains it.
import { localFunctions } from './build/local-functions';
import { PUBLIC_ASSETS } from './build/service';
import { runCloudCommand } from './cloud/command';
import { terminal } from './cloud/terminal';
import { pluginIdentity } from './deploy/builder';
import { removeCommand } from './remove/command';

const ours = {
  plugin: pluginIdentity().name,
  functions: localFunctions().map(({ path }) => path),
  assets: PUBLIC_ASSETS.map((name) => `/${name}`),
};
process.exitCode = await runCloudCommand(removeCommand(ours), process.argv.slice(2), terminal());
