// What the importer says, in the page's language.
import { refusalRemedy, refusalText } from '../../files/refusal-text';
import type { Refusal } from '../../files/tables-of';
import { t, textOr } from '../../i18n';
import type { FileKind, Understanding } from '../../import/protocol';
import { humanize } from '../../ruleset/words';

const products: Record<string, string> = {
  hubspot: 'HubSpot',
  salesforce: 'Salesforce',
  marketo: 'Marketo Engage',
  pardot: 'Account Engagement (Pardot)',
  mailchimp: 'Mailchimp',
  activecampaign: 'ActiveCampaign',
  mautic: 'Mautic',
  ga4: 'Google Analytics 4',
  google_ads: 'Google Ads',
  meta: 'Meta',
  zoho: 'Zoho CRM',
  pipedrive: 'Pipedrive',
  brevo: 'Brevo',
  kit: 'Kit',
  systeme_io: 'systeme.io',
};

export const kindWords = (kind: FileKind): string => t(`kind.${kind}`);

/** "HubSpot, leads", "Events". */
export function sourceWords({ source, kind }: Pick<Understanding, 'source' | 'kind'>): string {
  return source ? t('data.source', { product: products[source] ?? source, kind: kindWords(kind) }) : kindWords(kind);
}

export const fieldWords = (field: string): string => textOr(`field.${field}`, humanize(field));
export const typeWords = (type: string): string => textOr(`event_type.${type}`, humanize(type));

/** Why a file was not read, and what to do. */
export function refusalWords(refusal: Refusal): string {
  const [code = '', path = '', line = ''] = refusal.args;
  if (refusal.code !== 'mapping') return `${refusalText(refusal)} ${refusalRemedy(refusal)}`;
  return `${t('data.mapping_fault', { code, path, line })} ${t('data.mapping_fault.remedy')}`;
}

export type Sureness = 'sure' | 'likely' | 'check';

export function sureness(confidence: number): Sureness {
  if (confidence >= 0.9) return 'sure';
  return confidence >= 0.65 ? 'likely' : 'check';
}

export const delimiters = [',', ';', '\t', '|'];
export const delimiterWords = (delimiter: string): string =>
  textOr(`delimiter.${delimiter === '\t' ? 'tab' : delimiter}`, delimiter);
