// npm run doctor: says what is wrong with a deployment, and what mends it. docs/doctor.md explains it.
import { runCloudCommand } from './cloud/command';
import { terminal } from './cloud/terminal';
import { doctorCommand } from './doctor/command';

process.exitCode = await runCloudCommand(doctorCommand(), process.argv.slice(2), terminal());
