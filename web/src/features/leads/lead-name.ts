// How a lead is called on screen: by a name when its fields have one, else by e-mail, else by id.
import type { Explanation } from '../../engine/explanation';

export interface LeadName {
  title: string;
  /** What tells leads of one name apart; empty when the title is the id. */
  subtitle: string;
}

export function leadName(id: string, field: (name: string) => string): LeadName {
  const full = field('full_name') || `${field('first_name')} ${field('last_name')}`.trim();
  const email = field('email');
  const title = full || email || id;
  if (title === id) return { title, subtitle: '' };
  return { title, subtitle: [field('company'), full ? id : ''].filter(Boolean).join(' · ') || id };
}

export const nameOf = ({ id, fields }: Explanation): LeadName =>
  leadName(id, (name) => fields.find((field) => field.name === name)?.value ?? '');
