/** What the plugin and the admins' editor are built from. */
export const PLUGIN_INPUTS = [
  'plugin/src',
  'plugin/package.json',
  'editor',
  'display',
  'schemas',
  'scripts/build',
  'package-lock.json',
];

/** What the functions are built from. */
export const FUNCTION_INPUTS = ['functions', 'service', 'display', 'schemas', 'scripts/build', 'package-lock.json'];
