// npm run remove: takes the product out of an account. docs/operate.md explains it.
import { localFunctions } from './build/local-functions';
import { PUBLIC_ASSETS } from './build/service';
import { main } from './cloud/main';
import { pluginIdentity } from './deploy/builder';
import { removeCommand } from './remove/command';

const ours = {
  plugin: pluginIdentity().name,
  functions: localFunctions().map(({ path }) => path),
  assets: PUBLIC_ASSETS.map((name) => `/${name}`),
};
await main(removeCommand(ours));
