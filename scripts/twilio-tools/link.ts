import { lstatSync, readlinkSync, symlinkSync, unlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Makes `plugin/node_modules` a link to the checkout's `node_modules`: Twilio's plugin builder reads the versions of Flex
 * and React there, and nowhere else. Git ignores it. It is not a workspace of npm, which would take the link for a folder
 * of its own and delete through it; and what is not a link is left alone.
 *
 * @param root of the checkout
 * @throws Error when something else is in its place
 */
export function linkModules(root: string): void {
  const link = join(root, 'plugin', 'node_modules');
  const target = join(root, 'node_modules');
  const there = lstatSync(link, { throwIfNoEntry: false });
  if (there?.isSymbolicLink() === false) {
    throw new Error(`${link} is no link to ${target}. Remove it, and run this again.`);
  }
  if (there !== undefined) {
    if (resolve(link, '..', readlinkSync(link)) === target) return;
    unlinkSync(link);
  }
  // A junction, unlike a link of Windows, needs no rights of its own; it has to be absolute. Elsewhere this says nothing.
  symlinkSync(process.platform === 'win32' ? target : join('..', 'node_modules'), link, 'junction');
}
