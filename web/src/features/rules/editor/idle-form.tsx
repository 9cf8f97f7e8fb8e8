import { t } from '../../../i18n';
import { put } from '../../../ruleset/put';
import type { IdleRule } from '../../../ruleset/ruleset';
import { AmountField } from '../../../ui/amount-field';
import { Select } from '../../../ui/select';
import type { RuleFormProps } from './each-form';
import { FormPart } from './form';
import { PatternForm } from './pattern';

/** A rule that gives or takes points for days without events. */
export function IdleForm({ rule, path, onChange }: RuleFormProps<IdleRule>) {
  return (
    <>
      <FormPart title={t('form.silent_events')}>
        <PatternForm pattern={rule} path={path} onChange={(next) => onChange(next, t('form.silent_events'))} />
      </FormPart>
      <FormPart title={t('form.silence')}>
        <div className="inline-fields">
          <AmountField
            label={t('form.for_every')}
            unit={t('form.days')}
            least={1}
            value={rule.each_idle_days}
            onChange={(days) => days !== undefined && onChange(put(rule, 'each_idle_days', days), t('form.for_every'))}
          />
          <Select
            label={t('form.silences')}
            choices={[
              { id: 'now', name: t('form.silence_now') },
              { id: 'past', name: t('form.silence_past') },
            ]}
            value={rule.past ? 'past' : 'now'}
            onChange={(id) => onChange(put(rule, 'past', id === 'past' || undefined), t('form.silences'))}
          />
          <AmountField
            label={t('form.max_points')}
            decimals={3}
            value={rule.max_points}
            placeholder={t('form.no_limit')}
            onChange={(points) => onChange(put(rule, 'max_points', points), t('form.max_points'))}
          />
        </div>
      </FormPart>
    </>
  );
}
