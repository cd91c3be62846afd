import { runCloudCommand, tellFailure, tellUnforeseen, type CloudCommand, type CloudOutput } from './command';
import { printer, terminal } from './terminal';

/** Runs a command as this process, with what follows its name on the command line. */
export async function main(command: CloudCommand): Promise<void> {
  const args = process.argv.slice(2);
  // Node would print whatever hangs on the error, such as the headers of a request with the credentials in them.
  process.on('uncaughtException', (error) => process.exit(tellUnforeseen(error, args, printer)));
  let output: CloudOutput;
  try {
    output = terminal();
  } catch (error) {
    process.exitCode = tellFailure(error, command, args, printer);
    return;
  }
  process.exitCode = await runCloudCommand(command, args, output);
}
