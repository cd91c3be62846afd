/** Words of the editor's door, which are in every agent's bundle: few. The editor's own are in strings.ts. */
export const loaderStrings = {
  title: 'Customer context',
  loading: 'Loading the editor',
  unreachable: 'The editor could not be loaded. Agents are not affected.',
  unreachableHelp:
    'Check your connection and try again. If it stays away, deploy the functions and assets of this plugin again.',
  otherVersion: 'The editor on the server belongs to another version of this plugin. Agents are not affected.',
  otherVersionHelp: 'Deploy the plugin and its functions and assets together, then load this page again.',
  retry: 'Try again',
} as const;
