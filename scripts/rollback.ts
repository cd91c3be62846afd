// npm run rollback: functions or plugin as they were before. docs/operate.md explains it.
import { main } from './cloud/main';
import { pluginIdentity } from './deploy/builder';
import { rollbackCommand } from './rollback/command';

await main(rollbackCommand(pluginIdentity().name));
