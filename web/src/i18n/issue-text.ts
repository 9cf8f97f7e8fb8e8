import type { Issue } from '../engine/protocol';
import { textOr } from '.';

/** What is wrong, in a sentence. */
export function issueText(issue: Issue): string {
  return textOr(`issue.${issue.code}`, issue.code, Object.fromEntries(issue.args.entries()));
}

/** What to do about it, or an empty text. */
export function issueRemedy(issue: Issue): string {
  return textOr(`issue.${issue.code}.remedy`, '', Object.fromEntries(issue.args.entries()));
}
