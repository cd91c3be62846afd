import { variables, type Variable } from '../../service/settings/variables';
import type { Generated } from './contracts';

const WIDTH = 100;

/** `.env.example`: every variable that an operator may set, explained, from the one table of variables. */
export function generateEnvExample(): Generated {
  const blocks = (variables as readonly Variable[])
    .filter(({ providedByTwilio, requiredBy }) => !providedByTwilio || requiredBy.includes('commands'))
    .map(block);
  const head = [
    '# Copy this file to .env and fill it in. Nothing here is needed for npm start and npm test.',
    '# Only FLEX_APP_ variables reach the plugin, which is public; all others stay on the server.',
  ].join('\n');
  return { path: '.env.example', text: `${[head, ...blocks].join('\n\n')}\n` };
}

function block(variable: Variable): string {
  const { name, purpose, expects, secret, requiredBy, neededUnless, default: preset, formerly = [] } = variable;
  const facts = [
    `Expected: ${expects}.`,
    requiredBy.length > 0 ? `Needed by ${requiredBy.join(', ')}.` : optional(neededUnless),
    preset === undefined ? '' : `Default: ${preset}.`,
    secret ? 'Secret.' : '',
    formerly.length > 0 ? `Also read as ${formerly.join(', ')}.` : '',
  ];
  const comment = [purpose, facts.filter(Boolean).join(' ')].flatMap(wrap).map((line) => `# ${line}`);
  // An optional variable stays commented out, so that its default holds until somebody decides otherwise.
  return [...comment, requiredBy.length > 0 ? `${name}=` : `# ${name}=${preset ?? ''}`].join('\n');
}

function optional(neededUnless: Variable['neededUnless']): string {
  if (neededUnless === undefined) return 'Optional.';
  return `Needed unless ${neededUnless.variable} is ${neededUnless.is}.`;
}

function wrap(text: string): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + word.length + 1 > WIDTH) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
