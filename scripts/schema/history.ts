import { revisionOf, type Command } from './command';
import { connect } from './remote';

export const history: Command = {
  name: 'history',
  usage: '[--before <revision>]',
  summary: 'Lists who published what, when and why, newest first, ten at a time.',
  options: { before: 'The page of revisions older than this one.' },
  least: 0,
  most: 0,
  async run(_args, { before }, io) {
    const older = before === undefined ? undefined : revisionOf(before, '--before');
    const answer = await connect(io).ask({ before: older });
    if (answer.status !== 'published') {
      return { exit: 0, lines: ['Nothing was published yet.'], json: { live: null, revisions: [], next: null } };
    }
    const { live, revisions, next } = answer;
    const lines = revisions.map(({ revision, publishedAt, publishedBy, comment, restored }) => {
      const when = publishedAt.slice(0, 16).replace('T', ' ');
      const marks = [
        ...(revision === live ? ['live'] : []),
        ...(restored === undefined ? [] : [`brings back revision ${restored}`]),
      ];
      const what = `${String(revision).padStart(5)}  ${when} UTC  ${publishedBy.name}: ${comment.replaceAll('\n', ' ')}`;
      return `${what}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`;
    });
    if (next !== null) lines.push(`Older ones: --before ${next}`);
    return { exit: 0, lines, json: { live, revisions, next } };
  },
};
