// What to begin a call or a mail with: by what the lead did that gave it most.
import type { Instant } from '../../../engine/protocol';
import type { QueueRow } from '../../../engine/reports';
import { t } from '../../../i18n';
import { quote } from '../../../ruleset/words';
import type { Person } from './person';
import { thingOf } from './story';
import { whenWords } from './when';

export const openings = [
  'demo',
  'trial',
  'price_page',
  'price_list',
  'case_study',
  'webinar',
  'download',
  'general',
] as const;
export type Opening = (typeof openings)[number];

type Act = QueueRow['acts'][number];

// Beginnings of words, in the languages of the page.
const PRICES = /(?<!\p{L})(?:pric|preț|preţ|pret|cena|cennik|ceny|cjen|cijen|прайс|цен)/iu;
const COMPARISON = /(?<!\p{L})(?:compar|porówn|сравн|usporedb|poređ|poredj)/iu;
const CASES = /(?<!\p{L})(?:case|customers|success|studiu de caz|studium przyp|studij|кейс|referen)/iu;

/** What an act is about. Files and pages are told by their names, and these by the rule's words. */
export function openingOf(act: Act | undefined): Opening {
  if (!act) return 'general';
  const name = `${act.asset} ${act.label}`;
  switch (act.type) {
    case 'demo_request':
      return 'demo';
    case 'trial_start':
      return 'trial';
    case 'webinar_attend':
    case 'webinar_register':
      return 'webinar';
    case 'page_view':
      if (PRICES.test(name)) return 'price_page';
      return CASES.test(name) ? 'case_study' : 'general';
    case 'content_download':
    case 'ebook_download':
      if (PRICES.test(name) || COMPARISON.test(name)) return 'price_list';
      return CASES.test(name) ? 'case_study' : 'download';
    default:
      return 'general';
  }
}

/** The words themselves, with isolates around values of the data. */
export function openingWords({ acts: [act] }: QueueRow, { firstName, company }: Person, asOf: Instant): string {
  const greeting = firstName ? t('sales.greeting', { name: quote(firstName) }) : t('sales.greeting.nobody');
  return t(`sales.opening.${openingOf(act)}`, {
    greeting,
    company: company ? quote(company) : t('sales.your_company'),
    asset: act ? quote(thingOf(act)) : '',
    when: act ? whenWords(act.last, asOf) : '',
  });
}
