import { t } from '../../../i18n';
import { moved } from '../../../ruleset/list-changes';
import { put } from '../../../ruleset/put';
import type { SequenceTest } from '../../../ruleset/ruleset';
import { eventOf } from '../../../ruleset/starters';
import { AmountField } from '../../../ui/amount-field';
import { Button } from '../../../ui/button';
import { Select } from '../../../ui/select';
import { Faults, useForm } from './form';
import { PatternForm } from './pattern';

interface SequenceProps {
  test: SequenceTest;
  path: string;
  onChange: (test: SequenceTest) => void;
}

/** Steps in order, and how long the whole way may take. */
export function SequenceForm({ test, path, onChange }: SequenceProps) {
  const facts = useForm();
  const { sequence: steps, within_days: days } = test;
  const set = (sequence: SequenceTest['sequence']) => onChange(put(test, 'sequence', sequence));
  return (
    <div className="sequence">
      <ol>
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no names, and two may be alike
          <li key={index}>
            <PatternForm
              pattern={step}
              path={`${path}/sequence/${index}`}
              onChange={(next) => set(steps.with(index, next))}
            />
            <div className="step-tools">
              <Button
                look="quiet"
                icon="up"
                aria-label={t('form.step_up', { step: index + 1 })}
                isDisabled={index === 0}
                onPress={() => set(moved(steps, index, -1))}
              />
              <Button
                look="quiet"
                icon="down"
                aria-label={t('form.step_down', { step: index + 1 })}
                isDisabled={index === steps.length - 1}
                onPress={() => set(moved(steps, index, 1))}
              />
              <Button
                look="quiet"
                icon="close"
                aria-label={t('form.remove_step', { step: index + 1 })}
                isDisabled={steps.length <= 2}
                onPress={() => set(steps.toSpliced(index, 1))}
              />
            </div>
          </li>
        ))}
      </ol>
      <Faults path={`${path}/sequence`} alone />
      <div className="inline-fields">
        <Button look="quiet" icon="add" onPress={() => set([...steps, { event: eventOf(facts) }])}>
          {t('form.add_step')}
        </Button>
        <Select
          label={t('form.whole_way')}
          labelHidden
          choices={[
            { id: 'ever', name: t('form.any_time') },
            { id: 'days', name: t('form.all_within') },
          ]}
          value={days === undefined ? 'ever' : 'days'}
          onChange={(id) => onChange(put(test, 'within_days', id === 'ever' ? undefined : 30))}
        />
        {days !== undefined && (
          <AmountField
            label={t('form.days')}
            labelHidden
            unit={t('form.days')}
            least={1}
            value={days}
            onChange={(next) => next !== undefined && onChange(put(test, 'within_days', next))}
          />
        )}
      </div>
    </div>
  );
}
