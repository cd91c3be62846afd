// npm run twilio-tools: installs Twilio's own tools and has them build, start and deploy this checkout, in a clone of it and
// on doubles of Twilio. Not part of npm test, because it needs npm's registry and a few minutes.
import { at } from './build/root';
import { takeSteps } from './twilio-tools/report';
import { stepsIn } from './twilio-tools/steps';
import { installTools, MANIFEST, NotInstalled } from './twilio-tools/tools';
import { openWorkshop, type Workshop } from './twilio-tools/workshop';

const say = (line: string) => console.log(line);
if (process.argv.length > 2) {
  say(`npm run twilio-tools

Tries Twilio's own tools on this checkout: ${Object.entries(MANIFEST.dependencies)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')}.
They are installed into .cache/twilio-tools the first time. Nothing is sent to Twilio.

Exit codes: 0 all of them work, 1 one does not, 2 they could not be installed.`);
  process.exit(process.argv[2] === '--help' ? 0 : 2);
}

let workshop: Workshop | undefined;
const opened = (): Workshop => {
  if (workshop === undefined) throw new Error('The tools are not installed.');
  return workshop;
};
const steps = stepsIn(opened);
try {
  say('Installing Twilio’s tools, which takes some minutes the first time');
  workshop = await openWorkshop(await installTools(at('.cache/twilio-tools/installed')));
  process.exitCode = await takeSteps(steps, say);
} catch (error) {
  if (!(error instanceof NotInstalled)) throw error;
  process.exitCode = await takeSteps(steps, say, `npm could not install them: ${error.message}`);
} finally {
  await workshop?.close();
}
