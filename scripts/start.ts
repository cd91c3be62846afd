// npm start: the real Flex UI with an agent logged in and tasks waiting, at http://localhost:3000.
import { describeFailure } from './start/failure';
import { readOptions, USAGE } from './start/options';

const options = readOptions(process.argv.slice(2), process.env);
if ('problem' in options) {
  console.error(`${options.problem}\n\n${USAGE}`);
  process.exit(1);
}
if (options.help) {
  console.log(USAGE);
  process.exit(0);
}

const started = Date.now();
const step = (text: string) => {
  console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s  ${text}`);
};

try {
  // Imported here so that a package that cannot be loaded ends in a sentence as well.
  const [{ startWholeSandbox }, { buildForSandbox }, { default: open }] = await Promise.all([
    import('../sandbox/whole'),
    import('./build/for-sandbox'),
    import('open'),
  ]);
  const files = await buildForSandbox(step);
  const sandbox = await startWholeSandbox({
    ...files,
    port: options.port,
    onProgress: step,
    ...(options.logs ? { onFunctionLog: (line: string) => process.stdout.write(`${line}\n`) } : {}),
  });
  step('Ready');
  console.log(`
  Flex          ${sandbox.url}
  Side page     ${sandbox.url}/sandbox   make tasks, switch roles, break things
  Studio        ${sandbox.url}/sandbox/studio   play a flow that reads and writes the customer

  Everything runs on this machine; no account is used. Ctrl-C ends it.
`);
  if (options.open) await open(sandbox.url).catch(() => undefined);
  const stop = () => {
    void sandbox.close().finally(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
} catch (error) {
  console.error(`\n${describeFailure(error, options.port)}`);
  process.exit(1);
}
