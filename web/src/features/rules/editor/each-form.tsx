import { t } from '../../../i18n';
import { put } from '../../../ruleset/put';
import type { Decay, EachRule, Limit } from '../../../ruleset/ruleset';
import { AmountField } from '../../../ui/amount-field';
import { Select } from '../../../ui/select';
import { DecayFormFields } from './decay';
import { Faults, FormPart, Slot, useForm } from './form';
import { NameField } from './name-field';
import { PatternForm } from './pattern';
import { WindowForm } from './window';

export interface RuleFormProps<R> {
  rule: R;
  path: string;
  onChange: (rule: R, part: string) => void;
}

function LimitForm({ limit, onChange }: { limit: Limit; onChange: (limit: Limit) => void }) {
  return (
    <>
      <AmountField
        label={t('form.limit_times')}
        least={1}
        value={limit.times}
        onChange={(times) => times !== undefined && onChange(put(limit, 'times', times))}
      />
      <AmountField
        label={t('form.limit_days')}
        unit={t('form.days')}
        least={1}
        value={limit.per_days}
        onChange={(days) => onChange(put(limit, 'per_days', days))}
      />
      <NameField
        label={t('form.limit_property')}
        of="property"
        optional
        value={limit.per_property ?? ''}
        onChange={(name) => onChange(put(limit, 'per_property', name || undefined))}
      />
      <AmountField
        label={t('form.limit_from')}
        least={1}
        value={limit.from}
        onChange={(from) => onChange(put(limit, 'from', from))}
      />
    </>
  );
}

// The decay of the rule's group, else of its score.
function useDecayAround({ score, group }: EachRule): Decay | undefined {
  const { ruleset } = useForm();
  const own = group === undefined ? undefined : ruleset.groups?.[group];
  return own?.decay ?? ruleset.scores[own?.score ?? score ?? '']?.decay;
}

/** A rule that gives points for every event of a kind. */
export function EachForm({ rule, path, onChange }: RuleFormProps<EachRule>) {
  const around = useDecayAround(rule);
  const set = <K extends keyof EachRule & string>(key: K, value: EachRule[K] | undefined, part: string) =>
    onChange(put(rule, key, value), part);
  return (
    <>
      <FormPart title={t('form.which_events')}>
        <PatternForm
          pattern={rule.each}
          path={`${path}/each`}
          onChange={(each) => set('each', each, t('form.which_events'))}
        />
        <div className="inline-fields">
          <WindowForm of={rule.each} onChange={(each) => set('each', each, t('form.window'))} />
        </div>
      </FormPart>
      <FormPart title={t('form.limits')}>
        <div className="inline-fields">
          <Select
            label={t('form.limit')}
            choices={[
              { id: 'all', name: t('form.limit_none') },
              { id: 'some', name: t('form.limit_some') },
            ]}
            value={rule.at_most ? 'some' : 'all'}
            onChange={(id) => set('at_most', id === 'all' ? undefined : { times: 1, per_days: 1 }, t('form.limit'))}
          />
          {rule.at_most && (
            <LimitForm limit={rule.at_most} onChange={(limit) => set('at_most', limit, t('form.limit'))} />
          )}
        </div>
        <Faults path={`${path}/at_most`} />
        <div className="inline-fields">
          <AmountField
            label={t('form.max_points')}
            decimals={3}
            value={rule.max_points}
            placeholder={t('form.no_limit')}
            onChange={(points) => set('max_points', points, t('form.max_points'))}
          />
          <Slot path={`${path}/times_property`}>
            <NameField
              label={t('form.times_property')}
              of="property"
              optional
              value={rule.times_property ?? ''}
              onChange={(name) => set('times_property', name || undefined, t('form.times_property'))}
            />
          </Slot>
        </div>
      </FormPart>
      <FormPart title={t('form.fading')}>
        <DecayFormFields
          decay={rule.decay}
          path={`${path}/decay`}
          inherited={around}
          onChange={(decay) => set('decay', decay, t('form.fading'))}
        />
      </FormPart>
    </>
  );
}
