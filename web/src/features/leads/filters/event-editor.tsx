import { formatNumber } from '../../../format';
import { t } from '../../../i18n';
import { commonestTypes } from '../../../ruleset/event-types';
import type { EventTest } from '../../../ruleset/ruleset';
import { humanize } from '../../../ruleset/words';
import { useApp } from '../../../state/store';
import { AmountField } from '../../../ui/amount-field';
import { type Choice, Select } from '../../../ui/select';

export interface EventEditorProps {
  test: EventTest;
  onChange: (test: EventTest) => void;
}

function useEventTypes(): Choice[] {
  const data = useApp((state) => state.data);
  return [
    { id: '*', name: t('filter.any_event') },
    ...commonestTypes(data).map(({ type, count }) => ({
      id: type,
      name: t('filter.counted', { name: humanize(type), number: formatNumber(count) }),
    })),
  ];
}

const without = ({ within_days: _, ...test }: EventTest): EventTest => test;

/** What a lead did, how often, and how lately. */
export function EventEditor({ test, onChange }: EventEditorProps) {
  const never = test.count?.le === 0;
  return (
    <>
      <Select
        label={t('filter.event_name')}
        choices={useEventTypes()}
        value={String(test.event)}
        onChange={(event) => onChange({ ...test, event })}
      />
      <div className="form-row">
        <Select
          label={t('filter.often')}
          choices={[
            { id: 'ge', name: t('filter.at_least') },
            { id: 'never', name: t('filter.never') },
          ]}
          value={never ? 'never' : 'ge'}
          onChange={(id) => onChange({ ...test, count: id === 'never' ? { le: 0 } : { ge: 1 } })}
        />
        {!never && (
          <AmountField
            label={t('filter.times')}
            value={test.count?.ge ?? 1}
            least={1}
            onChange={(ge) => onChange({ ...test, count: { ge: ge ?? 1 } })}
          />
        )}
        <AmountField
          label={t('filter.within')}
          value={test.within_days}
          least={1}
          most={100_000}
          unit={t('filter.days')}
          placeholder={t('filter.any_time')}
          onChange={(days) => onChange(days === undefined ? without(test) : { ...test, within_days: days })}
        />
      </div>
    </>
  );
}
