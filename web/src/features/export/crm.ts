// Files that a CRM or mail system takes back: its headers, and its words for the stages.
import type { ColumnReport, DataReport, RowColumn } from '../../engine/protocol';
import type { Ruleset } from '../../ruleset/ruleset';
import { ID, stageWordsOf } from './columns';

export const crms = ['hubspot', 'salesforce', 'mailchimp'] as const;
export type Crm = (typeof crms)[number];

const column = (name: string, header: string, stages: string[] = []): RowColumn => ({
  name,
  header,
  stages,
  hidden: false,
});

const key = (header: string): string => header.toLowerCase().replace(/[^a-z]/g, '');

// By the header of the column of ids, since an id of another system would meet the wrong records.
const isHubSpotId = ({ header }: ColumnReport): boolean =>
  ['recordid', 'contactid', 'hsobjectid', 'vid'].includes(key(header));
const isSalesforceId = ({ samples }: ColumnReport): boolean =>
  samples.length > 0 && samples.every((sample) => /^00[Q3][a-z0-9]{12}(?:[a-z0-9]{3})?$/i.test(sample));

// The first that fits, the furthest first: "sales qualified lead" is no lead.
const LIFECYCLE: [RegExp, string][] = [
  [/customer|client|won/, 'Customer'],
  [/opportunit|opp\b|deal|proposal/, 'Opportunity'],
  [/sales|sql|sal\b/, 'Sales Qualified Lead'],
  [/marketing|mql/, 'Marketing Qualified Lead'],
  [/subscriber|newsletter/, 'Subscriber'],
  [/lead|inquiry/, 'Lead'],
];

/** HubSpot's words for each stage; "" where it has none, which leaves the record as it is. */
export function lifecycleWords({ stages = [] }: Ruleset): string[] {
  const words = stages.map(({ id, label = '' }) => {
    const told = (text: string) => LIFECYCLE.find(([pattern]) => pattern.test(text.toLowerCase().replaceAll('_', ' ')));
    return (told(id) ?? told(label))?.[1] ?? '';
  });
  return [...words, '', ''];
}

/** The columns; null when the data has nothing by which the system knows its records. */
export function crmColumns(crm: Crm, ruleset: Ruleset, data: DataReport): RowColumn[] | null {
  const find = (name: string) => data.leads.columns.find((each) => each.name === name);
  const ids = find(ID);
  const field = (name: string, header: string) => (data.fields.includes(name) ? [column(`field:${name}`, header)] : []);
  const isId = crm === 'hubspot' ? isHubSpotId : crm === 'salesforce' ? isSalesforceId : () => false;
  const keys = [
    ...(ids && isId(ids) ? [column(ID, crm === 'hubspot' ? 'Record ID' : 'Id')] : []),
    ...field('email', crm === 'mailchimp' ? 'Email Address' : 'Email'),
  ];
  if (keys.length === 0) return null;
  const words = stageWordsOf(ruleset);
  const staged = (ruleset.stages ?? []).length > 0;
  const graded = Object.values(ruleset.scores).some(({ bands }) => bands);
  const mine = (name: string) => (crm === 'salesforce' ? `MQLab_${name}__c` : `MQLab ${name.toLowerCase()}`);
  return [
    ...keys,
    ...(crm === 'mailchimp' ? [...field('first_name', 'First Name'), ...field('last_name', 'Last Name')] : []),
    column('total', mine('Score')),
    ...(graded ? [column('grade', mine('Grade'))] : []),
    ...(staged && crm !== 'mailchimp' ? [column('stage', mine('Stage'), words)] : []),
    ...(staged && crm === 'hubspot' ? [column('stage', 'Lifecycle Stage', lifecycleWords(ruleset))] : []),
    // Commas part tags.
    ...(staged && crm === 'mailchimp'
      ? [
          column(
            'stage',
            'TAGS',
            words.map((word) => word.replaceAll(',', ' ')),
          ),
        ]
      : []),
  ];
}
