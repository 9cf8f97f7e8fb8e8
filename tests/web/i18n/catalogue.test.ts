import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';
import { issueMessages } from '../../../web/issue-messages';
import type { Issue } from '../../../web/src/engine/protocol';
import { issueRemedy, issueText } from '../../../web/src/i18n/issue-text';

const root = resolve(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');
const catalogue: Record<string, string> = JSON.parse(read('web/src/i18n/en.json'));

describe('the catalogue', () => {
  it('has the texts of the faults as the core has them (else run with UPDATE_MESSAGES=1)', () => {
    const own = (issue: boolean) =>
      Object.fromEntries(Object.entries(catalogue).filter(([key]) => key.startsWith('issue.') === issue));
    const wanted = issueMessages(read('src/base/issue_codes.inc'));
    if (process.env.UPDATE_MESSAGES) {
      const text = JSON.stringify({ ...own(false), ...wanted }, null, 2);
      writeFileSync(resolve(root, 'web/src/i18n/en.json'), `${text}\n`);
    } else expect(own(true)).toEqual(wanted);
  });

  it('puts the arguments of a fault into its text', () => {
    const issue: Issue = {
      code: 'unknown_field',
      severity: 'warning',
      path: '/rules/0/when',
      line: 1,
      column: 1,
      args: ['job', 'job_title'],
    };
    expect(issueText(issue)).toBe('No field is called "job"; the nearest is "job_title".');
    expect(issueRemedy(issue)).toContain('"fields"');
  });

  it('falls back to the code for a fault that it does not know', () => {
    expect(issueText({ code: 'newer', severity: 'error', path: '', line: 0, column: 0, args: [] })).toBe('newer');
  });

  it('has no key that the page does not use', () => {
    const files = readdirSync(resolve(root, 'web/src'), { recursive: true, encoding: 'utf8' });
    const sources = files.filter((file) => /\.tsx?$/.test(file)).map((file) => read(`web/src/${file}`));
    const code = sources.join('\n');
    // Keys made at run time: `field.${operator}` uses all of "field.".
    const families = [...code.matchAll(/`([a-z_.]+\.)\$\{/g)].map(([, family = '']) => family);
    const unused = Object.keys(catalogue).filter(
      (key) => !code.includes(`'${key}'`) && !families.some((family) => key.startsWith(family)),
    );
    expect(unused).toEqual([]);
  });
});

// What a text asks for: its arguments, its tags, and the cases of each plural.
function shapeOf(message: CompiledMessage) {
  const args = new Set<string>();
  const plurals: { kind: string; cases: string[] }[] = [];
  const walk = (part: unknown) => {
    if (!Array.isArray(part)) return;
    const [name, kind, cases] = part;
    if (typeof name === 'string') args.add(name);
    if (typeof cases !== 'object' || cases === null) return;
    if (String(kind).startsWith('plural') || kind === 'selectordinal')
      plurals.push({
        kind: String(kind),
        cases: Object.keys(cases).filter((key) => key !== 'offset'),
      });
    for (const option of Object.values(cases)) if (Array.isArray(option)) option.forEach(walk);
  };
  if (Array.isArray(message)) message.forEach(walk);
  return { args: [...args].sort(), plurals };
}

// Each case of a plural has them.
const tagsOf = (text: string) => [...new Set(text.match(/<\/?\d>/g))].sort();

describe.each(['en', 'ro', 'pl', 'ru', 'bs'])('in %s', (language) => {
  const texts: Record<string, string> = JSON.parse(read(`web/src/i18n/${language}.json`));
  const categories = {
    plural: new Intl.PluralRules(language).resolvedOptions().pluralCategories,
    selectordinal: new Intl.PluralRules(language, { type: 'ordinal' }).resolvedOptions().pluralCategories,
  };

  it('every text is there, and none else', () => {
    expect(Object.keys(texts)).toEqual(Object.keys(catalogue));
    for (const [key, text] of Object.entries(texts)) expect(text.trim(), key).not.toBe('');
  });

  it('takes the arguments and tags of the English text', () => {
    for (const [key, text] of Object.entries(texts)) {
      const english = catalogue[key] ?? '';
      expect(shapeOf(compileMessageOrThrow(text)).args, key).toEqual(shapeOf(compileMessageOrThrow(english)).args);
      expect(tagsOf(text), key).toEqual(tagsOf(english));
    }
  });

  it('has every plural that the language has', () => {
    for (const [key, text] of Object.entries(texts)) {
      for (const { kind, cases } of shapeOf(compileMessageOrThrow(text)).plurals) {
        const missing = categories[kind as keyof typeof categories].filter((one) => !cases.includes(one));
        // In English an exact 1 is all of "one".
        expect(missing, key).toEqual(language === 'en' && cases.includes('1') && !cases.includes('one') ? ['one'] : []);
      }
    }
  });
});
