// Who a lead is, for whoever calls it.
import type { QueueRow } from '../../../engine/reports';
import { masked } from '../../export/hide';
import { leadName } from '../../leads/lead-name';

export interface Person {
  /** The name, else the e-mail address, else the id. */
  title: string;
  /** To be greeted by; "" when it is not known. */
  firstName: string;
  /** Job title, company, country. */
  about: string;
  company: string;
  contact: { field: string; value: string }[];
}

export type PersonFacts = Pick<QueueRow, 'id' | 'facts' | 'contact'>;

/** `hidden`: names and contacts are masked. */
export function personOf({ id, facts, contact }: PersonFacts, hidden: boolean): Person {
  const shown = hidden ? masked : (text: string) => text;
  const fact = (name: string) => facts.find(({ field }) => field === name)?.value ?? '';
  const known = (name: string) => fact(name) || (contact.find(({ field }) => field === name)?.value ?? '');
  const { title } = leadName(id, known);
  const company = fact('company');
  return {
    title: title === id ? id : shown(title),
    firstName: shown(fact('first_name')),
    about: [fact('job_title'), company, fact('country')].filter(Boolean).join(' · '),
    company,
    contact: contact.map(({ field, value }) => ({ field, value: shown(value) })),
  };
}
