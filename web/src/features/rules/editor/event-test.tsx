import { t } from '../../../i18n';
import { closeCount, type HowOften, openCount } from '../../../ruleset/parts';
import { put } from '../../../ruleset/put';
import type { EventTest } from '../../../ruleset/ruleset';
import { AmountField } from '../../../ui/amount-field';
import { Select } from '../../../ui/select';
import { Faults } from './form';
import { PatternForm } from './pattern';
import { WindowForm } from './window';

interface EventTestProps {
  test: EventTest;
  path: string;
  onChange: (test: EventTest) => void;
}

type How = HowOften | 'idle';
const HOW: How[] = ['once', 'at_least', 'at_most', 'exactly', 'between', 'never', 'idle'];

/** How often something happened, and when; or for how long it did not. */
export function EventTestForm({ test, path, onChange }: EventTestProps) {
  const count = openCount(test.count);
  const how: How = test.idle_days === undefined ? count.how : 'idle';
  const choose = (chosen: How) => {
    const bare = put(put(test, 'idle_days', undefined), 'count', undefined);
    if (chosen === 'idle') onChange(put(put(bare, 'within_days', undefined), 'idle_days', 30));
    else onChange(put(bare, 'count', closeCount({ ...count, from: Math.max(1, count.from), how: chosen })));
  };
  const amount = (key: 'from' | 'to', label: string) => (
    <AmountField
      label={label}
      labelHidden
      value={count[key]}
      onChange={(number) =>
        number !== undefined && onChange(put(test, 'count', closeCount({ ...count, [key]: number })))
      }
    />
  );
  return (
    <div className="event-test">
      <PatternForm pattern={test} path={path} onChange={onChange} />
      <div className="inline-fields">
        <Select
          label={t('form.how_often')}
          labelHidden
          choices={[...HOW, ...(how === 'open' ? (['open'] as const) : [])].map((id) => ({
            id,
            name: t(`often.${id}`),
          }))}
          value={how}
          onChange={(id) => choose(id as How)}
        />
        {['at_least', 'exactly', 'between'].includes(how) && amount('from', t('form.times'))}
        {how === 'between' && <span className="joint">{t('form.to')}</span>}
        {['at_most', 'between'].includes(how) && amount('to', t('form.times_at_most'))}
        {how === 'idle' ? (
          <AmountField
            label={t('form.days')}
            labelHidden
            unit={t('form.days')}
            least={1}
            value={test.idle_days}
            onChange={(days) => days !== undefined && onChange(put(test, 'idle_days', days))}
          />
        ) : (
          <WindowForm of={test} onChange={onChange} />
        )}
      </div>
      <Faults path={`${path}/count`} />
    </div>
  );
}
