// The texts of faults belong to src/base/issue_codes.inc; en.json holds them too, as the source of translations.
// A test fails while the two differ; UPDATE_MESSAGES=1 npx vitest run -c web/vitest.config.ts tests/web/i18n writes them.
const MACRO =
  /MQLAB_ISSUE\(\s*\w+,\s*((?:"(?:[^"\\]|\\.)*"\s*)+),\s*((?:"(?:[^"\\]|\\.)*"\s*)+),\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\)/g;
const LITERAL = /"((?:[^"\\]|\\.)*)"/g;

// Adjacent C++ literals are one text.
const textOf = (literals: string): string =>
  [...literals.matchAll(LITERAL)].map(([, part = '']) => part.replaceAll(/\\(.)/g, '$1')).join('');

// In ICU a brace that is no argument stands in apostrophes, and an apostrophe before a brace is doubled.
const toIcu = (text: string): string =>
  text.replaceAll(/'(?=[{}])/g, "''").replaceAll(/\{(?!\d+\})|(?<!\{\d+)\}/g, "'$&'");

/** `issue.<code>` and `issue.<code>.remedy` of every MQLAB_ISSUE line. */
export function issueMessages(source: string): Record<string, string> {
  const messages: Record<string, string> = {};
  for (const [, id = '', text = '', remedy = ''] of source.matchAll(MACRO)) {
    messages[`issue.${textOf(id)}`] = toIcu(textOf(text));
    messages[`issue.${textOf(id)}.remedy`] = toIcu(textOf(remedy));
  }
  return messages;
}
