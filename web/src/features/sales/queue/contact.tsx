import { t, textOr } from '../../../i18n';
import type { Ruleset } from '../../../ruleset/ruleset';
import { fieldWords } from '../../../ruleset/words';
import { CopyText } from '../../../ui/copy-text';
import type { Person } from './person';

// What the browser hands to the program for calls or mails.
function addressOf(field: string, value: string): string | null {
  if (value.includes('@') && !/\s/.test(value)) return `mailto:${encodeURIComponent(value).replace('%40', '@')}`;
  const digits = value.replace(/[^\d+]/g, '');
  return /phone|mobile/.test(field) && digits.length > 4 ? `tel:${digits}` : null;
}

export interface ContactProps {
  ruleset: Ruleset;
  contact: Person['contact'];
  /** The values are masked, and lead nowhere. */
  hidden: boolean;
}

/** How the lead is reached. */
export function Contact({ ruleset, contact, hidden }: ContactProps) {
  return (
    <ul className="contact">
      {contact.map(({ field, value }) => {
        const address = hidden ? null : addressOf(field, value);
        const name = textOr(`sales.contact.${field}`, fieldWords(ruleset, field));
        return (
          <li key={field}>
            <span className="quiet-text">{name}</span>
            {address ? <a href={address}>{value}</a> : <span>{value}</span>}
            {!hidden && (
              <CopyText iconOnly look="quiet" label={t('sales.contact.copy', { what: name })} text={() => value} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
