import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { hider, masked } from '../../../../web/src/features/export/hide';

describe('masked', () => {
  it.each([
    ['ana.popescu@example.com', 'a•••@example.com'],
    ['"odd@name"@example.com', '"•••@example.com'],
    ['Ana', 'A•••'],
    ['Ana Maria  Popescu', 'A••• M•••  P•••'],
    ['Łukasz', 'Ł•••'],
    ['👩‍🚀 Ride', '👩‍🚀••• R•••'],
    ['+48 600 700 842', '•••42'],
    ['(021) 555-01-99', '•••99'],
    ['7', '•••7'],
    ['@', '@•••'],
    ['', ''],
  ])('%s is %s', (text, hidden) => expect(masked(text)).toBe(hidden));
});

describe('hider', () => {
  it('masks cell by cell', async () => {
    expect(await hider('masked')(['Ana', '', 'a@b.example'])).toEqual(['A•••', '', 'a•••@b.example']);
  });

  it('hashes with a salt of its own', async () => {
    const one = hider('hashed');
    const [first, again, other, none] = await one(['ana@example.com', 'ana@example.com', 'Ana@example.com', '']);
    expect(first).toMatch(/^[0-9a-f]{16}$/);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    expect(none).toBe('');
    expect((await one(['ana@example.com']))[0]).toBe(first);
    expect((await hider('hashed')(['ana@example.com']))[0]).not.toBe(first);
  });

  it('takes the first digits of the SHA-256 of salt and text', async () => {
    const fixed = vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
      (array as Uint8Array).fill(7);
      return array;
    });
    const [hash] = await hider('hashed')(['Łukasz']);
    fixed.mockRestore();
    const wanted = createHash('sha256').update(Buffer.alloc(32, 7)).update('Łukasz', 'utf8').digest('hex');
    expect(hash).toBe(wanted.slice(0, 16));
  });
});
