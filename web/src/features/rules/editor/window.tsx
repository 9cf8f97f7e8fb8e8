import { t } from '../../../i18n';
import { put } from '../../../ruleset/put';
import { AmountField } from '../../../ui/amount-field';
import { Select } from '../../../ui/select';

interface WindowProps<T> {
  of: T;
  onChange: (next: T) => void;
}

/** Whether all events count, or only those of the last days. */
export function WindowForm<T extends { within_days?: number }>({ of, onChange }: WindowProps<T>) {
  const set = (days: number | undefined) =>
    onChange(put<{ within_days?: number }, 'within_days'>(of, 'within_days', days) as T);
  return (
    <>
      <Select
        label={t('form.window')}
        labelHidden
        choices={[
          { id: 'ever', name: t('form.ever') },
          { id: 'days', name: t('form.in_the_last') },
        ]}
        value={of.within_days === undefined ? 'ever' : 'days'}
        onChange={(id) => set(id === 'ever' ? undefined : 30)}
      />
      {of.within_days !== undefined && (
        <AmountField
          label={t('form.days')}
          labelHidden
          unit={t('form.days')}
          least={1}
          value={of.within_days}
          onChange={(days) => days !== undefined && set(days)}
        />
      )}
    </>
  );
}
