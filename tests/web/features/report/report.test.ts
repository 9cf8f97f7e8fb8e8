import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { explanation, line, ruleset } from '../leads/explanation';

vi.stubGlobal('navigator', { hardwareConcurrency: 1, languages: [], platform: '' });
const { fingerprintOf } = await import('../../../../web/src/features/report/facts');
const { reasonWords } = await import('../../../../web/src/features/report/reasons');
const { savedPage } = await import('../../../../web/src/features/report/saved-page');

describe('the saved page', () => {
  const html = savedPage('Q1 <b>&', '<article class="document">body</article>');

  it('runs nothing and asks for nothing', () => {
    expect(html).not.toMatch(/<script|<link|src=|href=|url\(|@import/);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it('is a page of its own', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="[a-z-]+"/i);
    expect(html).toContain('<meta charset="utf-8">');
    expect(html).toContain('<title>Q1 &lt;b>&amp;</title>');
    expect(html).toContain('<body><article class="document">body</article></body>');
  });
});

describe('the reasons of a lead', () => {
  it('are the rules that gave or took most', () => {
    expect(reasonWords(ruleset, explanation)).toBe(
      'Reads much\u00a0+20 · Decides\u00a0+20 · for each email open\u00a0+5',
    );
    const loss = line({ id: 'silent', path: '/rules/2', points: -40_050 });
    expect(reasonWords(ruleset, { ...explanation, rules: [...explanation.rules, loss] })).toMatch(
      /^for each chat\u00a0-40\.1 · Reads much\u00a0\+20 · Decides\u00a0\+20$/,
    );
  });
});

it('fingerprints rules by what they say', async () => {
  const text = '{"format": "mqlab/1"}\n';
  const hex = createHash('sha256').update(text).digest('hex');
  expect(await fingerprintOf(text)).toBe(
    `${hex.slice(0, 4)} ${hex.slice(4, 8)} ${hex.slice(8, 12)} ${hex.slice(12, 16)}`,
  );
  expect(await fingerprintOf(`${text} `)).not.toBe(await fingerprintOf(text));
});
