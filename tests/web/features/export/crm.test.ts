import { describe, expect, it } from 'vitest';
import type { ColumnReport, DataReport } from '../../../../web/src/engine/protocol';
import { crmColumns, lifecycleWords } from '../../../../web/src/features/export/crm';
import type { Ruleset } from '../../../../web/src/ruleset/ruleset';

const always = { all: [] };
const ruleset: Ruleset = {
  scores: { fit: { bands: [{ label: 'A' }] } },
  rules: [],
  stages: [
    { id: 'lead', enter: always },
    { id: 'mql', label: 'Marketing qualified', enter: always },
    { id: 'sal', label: 'Accepted, by sales', enter: always },
    { id: 'sql', enter: always },
    { id: 'opportunity', enter: always },
    { id: 'customer', enter: always },
  ],
};

const column = (name: string, header: string, samples: string[] = []): ColumnReport => ({
  name,
  header,
  samples,
  type: 'text',
  cells: samples.length,
});
const dataOf = (...columns: ColumnReport[]) =>
  ({ fields: columns.map(({ name }) => name), leads: { columns } }) as unknown as DataReport;

const headers = (...args: Parameters<typeof crmColumns>) => crmColumns(...args)?.map(({ header }) => header) ?? null;

const email = column('email', 'E-mail');

describe('the file for HubSpot', () => {
  it('names the record, the scores and the lifecycle stage as HubSpot does', () => {
    const data = dataOf(column('lead_id', 'Record ID', ['51']), email);
    expect(headers('hubspot', ruleset, data)).toEqual([
      'Record ID',
      'Email',
      'MQLab score',
      'MQLab grade',
      'MQLab stage',
      'Lifecycle Stage',
    ]);
    const lifecycle = crmColumns('hubspot', ruleset, data)?.at(-1);
    expect(lifecycle?.name).toBe('stage');
    expect(lifecycle?.stages).toEqual([
      'Lead',
      'Marketing Qualified Lead',
      'Sales Qualified Lead',
      'Sales Qualified Lead',
      'Opportunity',
      'Customer',
      '',
      '',
    ]);
  });

  it('leaves out ids of other systems', () => {
    expect(headers('hubspot', ruleset, dataOf(column('lead_id', 'lead_id', ['A1']), email))?.[0]).toBe('Email');
  });

  it('takes a stage by its id, else by its label, and leaves what HubSpot has no word for', () => {
    const stages = [
      { id: 's1', label: 'Newsletter', enter: always },
      { id: 's2', label: 'Closed won', enter: always },
      { id: 's3', label: 'Nurtured', enter: always },
      { id: 'salesqualifiedlead', label: 'Lead', enter: always },
    ];
    expect(lifecycleWords({ ...ruleset, stages })).toEqual([
      'Subscriber',
      'Customer',
      '',
      'Sales Qualified Lead',
      '',
      '',
    ]);
  });
});

describe('the file for Salesforce', () => {
  it('has ids that are Salesforce ids', () => {
    const ids = column('lead_id', 'Lead ID', ['00Q5g00000AbCdE', '00Q5g00000AbCdEFGH']);
    expect(headers('salesforce', ruleset, dataOf(ids, email))).toEqual([
      'Id',
      'Email',
      'MQLab_Score__c',
      'MQLab_Grade__c',
      'MQLab_Stage__c',
    ]);
    expect(headers('salesforce', ruleset, dataOf(column('lead_id', 'Id', ['17']), email))?.[0]).toBe('Email');
  });
});

describe('the file for Mailchimp', () => {
  it('has the stage as a tag', () => {
    const data = dataOf(column('lead_id', 'id'), email, column('first_name', 'Vorname'));
    expect(headers('mailchimp', ruleset, data)).toEqual([
      'Email Address',
      'First Name',
      'MQLab score',
      'MQLab grade',
      'TAGS',
    ]);
    expect(crmColumns('mailchimp', ruleset, data)?.at(-1)?.stages[2]).toBe('Accepted  by sales');
  });
});

it('makes no file by which nobody could be found', () => {
  const data = dataOf(column('lead_id', 'lead_id', ['1']), column('company', 'Company'));
  for (const crm of ['hubspot', 'salesforce', 'mailchimp'] as const) expect(crmColumns(crm, ruleset, data)).toBeNull();
});

it('leaves out stages and grades that the rules do not have', () => {
  const plain: Ruleset = { scores: { points: {} }, rules: [] };
  expect(headers('hubspot', plain, dataOf(email))).toEqual(['Email', 'MQLab score']);
});
