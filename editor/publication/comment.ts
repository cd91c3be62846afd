/** Characters that a comment may have, without the spaces around it. */
export const LONGEST_COMMENT = 500;

/** Why a comment can't be published with, or undefined. */
export function commentProblem(comment: string): string | undefined {
  const { length } = comment.trim();
  if (length === 0) return 'Say in a comment what has changed and why.';
  return length > LONGEST_COMMENT ? `A comment has at most ${LONGEST_COMMENT} characters.` : undefined;
}
