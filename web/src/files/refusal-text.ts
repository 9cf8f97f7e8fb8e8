import { textOr } from '../i18n';
import type { Refusal } from './tables-of';

/** Why it was not read, in a sentence. */
export function refusalText({ code, args }: Refusal): string {
  return textOr(`file_fault.${code}`, code, Object.fromEntries(args.entries()));
}

/** What to do about it, or an empty text. */
export function refusalRemedy({ code, args }: Refusal): string {
  return textOr(`file_fault.${code}.remedy`, '', Object.fromEntries(args.entries()));
}
