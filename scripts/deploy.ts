// npm run deploy: functions and plugin, into the account that the environment or .env names. docs/operate.md explains it.
import { runCloudCommand } from './cloud/command';
import { terminal } from './cloud/terminal';
import { checkoutBuilder } from './deploy/builder';
import { deployCommand } from './deploy/command';

process.exitCode = await runCloudCommand(deployCommand(checkoutBuilder()), process.argv.slice(2), terminal());
