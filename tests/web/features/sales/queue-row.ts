// A lead of a queue, as of Wednesday, 18 November 2026, noon.
import type { QueueRow } from '../../../../web/src/engine/reports';
import type { Ruleset } from '../../../../web/src/ruleset/ruleset';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const asOf = Date.UTC(2026, 10, 18, 12);

export const ruleset: Ruleset = {
  scores: { fit: {}, engagement: {} },
  fields: { lead_source: { type: 'text', label: 'Lead source' } },
  rules: [
    {
      id: 'pricing',
      label: 'Pricing page',
      score: 'engagement',
      each: { event: 'page_view', where: [{ field: 'asset', eq: '/pricing' }] },
      points: 8,
    },
    { id: 'files', label: 'Downloads', score: 'engagement', each: { event: 'content_download' }, points: 6 },
    { id: 'asks', label: 'Asks', score: 'engagement', each: { event: ['demo_request', 'trial_start'] }, points: 40 },
    {
      id: 'path',
      label: 'From reading to prices',
      score: 'engagement',
      when: { sequence: [{ event: 'webinar_attend' }, { event: 'page_view' }] },
      points: 10,
    },
    { id: 'chat', score: 'engagement', each: { event: 'live_chat' }, points: 3 },
  ],
  stages: [
    { id: 'lead', enter: { field: 'email', is_set: true } },
    { id: 'mql', label: 'Marketing qualified', enter: { score: 'total', ge: 60 } },
  ],
};

export const act = (change: Partial<QueueRow['acts'][number]>): QueueRow['acts'][number] => ({
  rule: 'pricing',
  label: 'Pricing page',
  points: 8000,
  count: 1,
  first: asOf,
  last: asOf,
  type: 'page_view',
  asset: '/pricing',
  ...change,
});

export const row = (change: Partial<QueueRow> = {}): QueueRow => ({
  lead: 0,
  id: 'L1',
  total: 74_500,
  grade: 'A1',
  since: asOf - DAY,
  by: { behaviour: true, fields: false, scenarios: [] },
  lastEvent: asOf - HOUR,
  contact: [
    { field: 'email', value: 'ana@acme.example' },
    { field: 'phone', value: '+40 721 000 042' },
  ],
  facts: [
    { field: 'first_name', value: 'Ana' },
    { field: 'last_name', value: 'Popescu' },
    { field: 'company', value: '=Acme' },
    { field: 'job_title', value: 'Director' },
  ],
  clock: { state: 'open', due: asOf + 3 * HOUR, touched: null },
  acts: [],
  traits: [],
  ...change,
});
