// Twilio's builder (twilio flex:plugins:start|build) hands its webpack configuration to this function. That webpack can't
// parse what the plugin is made of, so the plugin is bundled as everywhere else, and webpack gets the finished script, in
// which only the builder's own constants are left to fill in.
const { execFile } = require('node:child_process');
const path = require('node:path');
const process = require('node:process');
const { promisify } = require('node:util');

const root = path.dirname(__dirname);
/** What the builder would start from. It may have come to this folder by another name. */
const isSource = (entry) => entry.endsWith(path.join(path.sep, 'src', 'index'));
const script = path.join(root, '.cache', 'twilio-tools', 'plugin-customer-context.js');
const sourceMaps = path.join(root, 'scripts', 'twilio-tools', 'source-map-loader.cjs');
/** What is built again when it changes while `flex:plugins:start` runs. */
const inputs = ['plugin/src', 'editor', 'display', 'schemas'].map((folder) => path.join(root, folder));

module.exports = (config) => {
  const [checker] = config.plugins.filter(({ constructor }) => constructor.name === 'ForkTsCheckerWebpackPlugin');
  const [maps] = config.plugins.filter(({ constructor }) => constructor.name === 'SourceMapDevToolPlugin');
  // Two makers of source maps, of which the second finds nothing, are one too many.
  if (maps !== undefined) maps.sourceMapFilename = '[file].map';
  const [constants] = config.plugins.filter(({ constructor }) => constructor.name === 'DefinePlugin');
  return {
    ...config,
    entry: config.entry.map((entry) => (isSource(entry) ? script : entry)),
    module: { ...config.module, rules: [...config.module.rules, { resource: script, loader: sourceMaps }] },
    devtool: maps === undefined ? config.devtool : false,
    // It is finished: minified, and in need of nothing that stands in for Node.
    node: false,
    optimization: { ...config.optimization, minimize: false },
    plugins: [
      ...config.plugins.filter((plugin) => plugin !== checker),
      new BundleFirst(variablesIn(constants), checker?.constructor),
    ],
  };
};

/** FLEX_APP_ variables as the builder found them: in the environment, in plugin/.env, in the profile's file. */
function variablesIn({ definitions }) {
  const quoted = Object.entries(definitions['process.env']);
  return Object.fromEntries(quoted.map(([name, value]) => [name, JSON.parse(value)]));
}

/** Makes the script before webpack looks for it. */
class BundleFirst {
  /** @param {Record<string, string>} variables of the build @param TypeChecker the builder's, whose verdict it awaits */
  constructor(variables, TypeChecker) {
    this.env = { ...process.env, ...variables };
    this.TypeChecker = TypeChecker;
  }

  apply(compiler) {
    const bundle = async () => {
      const command = ['--import', 'tsx', 'scripts/twilio-tools/bundle.ts', script];
      await promisify(execFile)(process.execPath, command, { cwd: root, env: this.env });
    };
    compiler.hooks.beforeRun.tapPromise('BundleFirst', bundle);
    compiler.hooks.watchRun.tapPromise('BundleFirst', bundle);
    compiler.hooks.afterCompile.tap('BundleFirst', ({ contextDependencies }) => {
      for (const folder of inputs) contextDependencies.add(folder);
    });
    // The builder's dev server waits for a type check, which `npm run check` does with the project's own settings.
    compiler.hooks.done.tap('BundleFirst', () => this.TypeChecker?.getCompilerHooks(compiler).receive.call([], []));
  }
}
