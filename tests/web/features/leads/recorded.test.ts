import { describe, expect, it } from 'vitest';
import { recordedStages } from '../../../../web/src/features/leads/recorded';

describe('recorded stages', () => {
  const field = (name: string, value: string) => ({ name, header: name, value });

  it('are the dates of stages in order of time, without cells that are no dates', () => {
    const fields = [
      field('became_sql', '2026-03-05T10:00:00.000Z'),
      field('became_mql', '2026-02-01T00:00:00.000Z'),
      field('became_customer', 'soon'),
      field('became_lead', ''),
      field('email', 'a@example.com'),
    ];
    expect(recordedStages({ fields })).toEqual([
      { stage: 'mql', at: Date.UTC(2026, 1, 1) },
      { stage: 'sql', at: Date.UTC(2026, 2, 5, 10) },
    ]);
  });
});
