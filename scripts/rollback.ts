// npm run rollback: functions or plugin as they were before. docs/operate.md explains it.
import { runCloudCommand } from './cloud/command';
import { terminal } from './cloud/terminal';
import { pluginIdentity } from './deploy/builder';
import { rollbackCommand } from './rollback/command';

process.exitCode = await runCloudCommand(rollbackCommand(pluginIdentity().name), process.argv.slice(2), terminal());
