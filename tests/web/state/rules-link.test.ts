import { describe, expect, it } from 'vitest';
import {
  isRulesLink,
  type LinkDocument,
  linkBytes,
  MOST_LENGTH,
  offerOf,
  packLink,
  rulesLinkIn,
  unpackLink,
} from '../../../web/src/state/rules-link';

const document: LinkDocument = {
  v: 1,
  rules: '{ "name": "Jesień – țară – Ž",\n  "rules": [] }\n',
  sample: { seed: 7, leads: 5000 },
  language: 'pl',
};

/** A link with these bytes inside, whatever they are. */
async function linkOf(bytes: Uint8Array<ArrayBuffer> | string): Promise<string> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return `#r=${Buffer.from(await new Response(packed).arrayBuffer()).toString('base64url')}`;
}
const linkWith = (value: unknown) => linkOf(JSON.stringify(value));

describe('a link with rules', () => {
  it('gives back what was put into it, character by character', async () => {
    const link = await packLink(document);
    expect(link).toMatch(/^#r=[\w-]+$/);
    expect(isRulesLink(link)).toBe(true);
    expect(await unpackLink(link)).toEqual(document);
  });

  it('is found at the end of a text that was pasted', async () => {
    const link = await packLink(document);
    expect(rulesLinkIn(`See https://example.com/mqlab/${link}\n`)).toBe(link);
    expect(rulesLinkIn(link)).toBe(link);
    expect(rulesLinkIn('lead_id,email\nA1,a@b.example')).toBeNull();
  });

  it('holds the document and nothing else', () => {
    expect(JSON.parse(new TextDecoder().decode(linkBytes(document)))).toEqual(document);
  });

  it('is never taken when it is cut off anywhere', async () => {
    const link = await packLink(document);
    for (let length = 3; length < link.length; length++) {
      expect(await unpackLink(link.slice(0, length)), `${length} characters`).toBe('unreadable');
    }
  });

  it('is refused when it is longer than any that is made', async () => {
    expect(await unpackLink(`#r=${'A'.repeat(MOST_LENGTH)}`)).toBe('too_long');
  });

  it('is refused when a little of it unpacks to very much', async () => {
    const bomb = await linkOf(new Uint8Array(20_000_000));
    expect(bomb.length).toBeLessThan(MOST_LENGTH);
    expect(await unpackLink(bomb)).toBe('too_long');
  });

  it.each(['#r=', '#r=%3Cscript%3E', '#r=a b', '#r=ąę', '#r=AAAA=', '#r=....'])('is refused: %s', async (link) => {
    expect(await unpackLink(link)).toBe('unreadable');
  });

  it('is refused when its bytes are no UTF-8 or no JSON', async () => {
    expect(await unpackLink(await linkOf(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])))).toBe('unreadable');
    expect(await unpackLink(await linkOf('{"v":1,'))).toBe('unreadable');
  });

  it('is refused when its version is unknown', async () => {
    expect(await unpackLink(await linkWith({ v: 2, rules: '{}' }))).toBe('newer');
    for (const value of [{ v: 0 }, { v: '1', rules: '{}' }, {}, [], null, 7, 'x']) {
      expect(await unpackLink(await linkWith(value)), JSON.stringify(value)).toBe('unreadable');
    }
  });

  it('is refused without rules', async () => {
    for (const rules of [undefined, null, 7, {}, ['{}']]) {
      expect(await unpackLink(await linkWith({ v: 1, rules }))).toBe('no_rules');
    }
  });

  it('leaves out what is not of its kind', async () => {
    const samples = [
      { seed: -1, leads: 5 },
      { seed: 1.5, leads: 5 },
      { seed: 1 },
      { seed: 7, leads: 1e9 },
      [7, 5],
      '7',
    ];
    for (const sample of samples) {
      const link = await linkWith({ v: 1, rules: '{}', sample, language: 7, leads: [{ email: 'a@b.example' }] });
      expect(await unpackLink(link), JSON.stringify(sample)).toEqual({ v: 1, rules: '{}' });
    }
  });
});

describe('the offer of a link', () => {
  const offered = (rules: unknown) => offerOf({ v: 1, rules: JSON.stringify(rules) });

  it('says what the rules are', () => {
    expect(offered({ name: 'Spring', description: 'For May', rules: [{}, {}] })).toMatchObject({
      name: 'Spring',
      description: 'For May',
      rules: 2,
    });
  });

  it('takes texts for texts only', () => {
    expect(offered({ name: { toString: 1 }, description: ['x'], rules: [] })).toMatchObject({
      name: '',
      description: '',
    });
  });

  it('is none when there is no list of rules', () => {
    for (const rules of [null, 7, 'x', [], {}, { rules: {} }]) expect(offered(rules)).toBe('no_rules');
    expect(offerOf({ v: 1, rules: '{ "rules": [' })).toBe('no_rules');
    expect(offerOf('newer')).toBe('newer');
  });
});
