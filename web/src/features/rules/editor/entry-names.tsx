import { t } from '../../../i18n';
import { TextField } from '../../../ui/text-field';

interface EntryNamesProps {
  id: string;
  label: string | undefined;
  /** Of the others of its kind. */
  isTaken: (id: string) => boolean;
  onLabel: (label: string | undefined) => void;
  onId: (id: string) => void;
}

/** What a part of the rules is called: to people, and in the file. An id that is empty or taken is passed over. */
export function EntryNames({ id, label, isTaken, onLabel, onId }: EntryNamesProps) {
  return (
    <>
      <TextField label={t('form.label')} value={label ?? ''} onChange={(to) => onLabel(to || undefined)} />
      <TextField label={t('form.id')} value={id} onChange={(to) => to !== '' && !isTaken(to) && onId(to)} />
    </>
  );
}
