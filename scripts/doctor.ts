// npm run doctor: says what is wrong with a deployment, and what mends it. docs/doctor.md explains it.
import { main } from './cloud/main';
import { doctorCommand } from './doctor/command';

await main(doctorCommand());
