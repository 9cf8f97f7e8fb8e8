import { expect, it } from 'vitest';
import { everyLead } from '../../../../web/src/engine/protocol';
import { firstChoices, openedFor } from '../../../../web/src/features/export/choices';

it('exports the leads that the sheet was opened for, and only then', () => {
  const segment = {
    query: { ...everyLead, only: Uint32Array.of(3, 4) },
    count: 2,
    name: 'A segment',
    form: 'mailchimp',
  } as const;
  const first = firstChoices([{ name: 'lead_id', header: 'lead_id', personal: false }]);
  const opened = openedFor(first, segment);
  expect(opened).toMatchObject({ leads: 'given', form: 'mailchimp', columns: first.columns });
  expect(openedFor(opened, null)).toMatchObject({ leads: 'all', form: 'mailchimp' });
  expect(openedFor({ ...first, leads: 'listed' }, null).leads).toBe('listed');
});
