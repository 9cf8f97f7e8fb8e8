import { expect, it } from 'vitest';
import { readSettings } from '../../../web/src/state/settings';

it('reads what was chosen', () => {
  expect(readSettings('{ "theme": "dark", "density": "compact", "motion": "reduced" }')).toEqual({
    theme: 'dark',
    density: 'compact',
    motion: 'reduced',
  });
});

it('takes the first choice for all that it does not know', () => {
  const first = { theme: 'auto', density: 'comfortable', motion: 'system' };
  for (const text of [null, '', 'null', '7', '[]', '{', '{ "theme": "pink", "density": 3 }']) {
    expect(readSettings(text)).toEqual(first);
  }
});
