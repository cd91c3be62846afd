// npm run deploy: functions and plugin, into the account that the environment or .env names. docs/operate.md explains it.
import { main } from './cloud/main';
import { checkoutBuilder } from './deploy/builder';
import { deployCommand } from './deploy/command';

await main(deployCommand(checkoutBuilder()));
