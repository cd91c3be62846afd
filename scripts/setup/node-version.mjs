/** Oldest Node per supported major; the build tool needs these. */
const OLDEST = { 20: 19, 22: 12 };

/**
 * @param {string} version of Node, such as "20.19.1"
 * @returns {string | undefined} what is wrong with it and what to do, or nothing
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const oldest = OLDEST[/** @type {keyof typeof OLDEST} */ (major)] ?? 0;
  if (major >= 20 && major !== 21 && minor >= oldest) return undefined;
  return (
    `This is Node ${version}; Customer Context needs Node 20.19 or newer (20, 22 or 24). ` +
    'Install a current one from https://nodejs.org, or run "nvm install 22", and try again.'
  );
}
