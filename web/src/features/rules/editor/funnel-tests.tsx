// Tests of what the rules have made of a lead: its scores, bands and stages; and of conditions with a name.
import { t } from '../../../i18n';
import { closeScore, openScore } from '../../../ruleset/parts';
import { put } from '../../../ruleset/put';
import type { BandTest, ScenarioTest, ScoreTest, StageTest } from '../../../ruleset/ruleset';
import { scenarioNames, scenarioWords, scoreWords, stageWords } from '../../../ruleset/words';
import { AmountField } from '../../../ui/amount-field';
import { type Choice, Select } from '../../../ui/select';
import { TokenField } from '../../../ui/token-field';
import { Faults, useForm } from './form';

interface TestProps<T> {
  test: T;
  path: string;
  onChange: (test: T) => void;
}

// A name that is not there is shown all the same, so that it can be seen and changed.
const withNow = (choices: Choice[], now: string): Choice[] =>
  choices.some(({ id }) => id === now) ? choices : [...choices, { id: now, name: now }];

const POINTS = { least: -1_000_000_000, decimals: 3 };

export function ScoreTestForm({ test, path, onChange }: TestProps<ScoreTest>) {
  const { ruleset } = useForm();
  const form = openScore(test);
  const scores = ['total', ...Object.keys(ruleset.scores)].map((id) => ({ id, name: scoreWords(ruleset, id) }));
  const amount = (key: 'from' | 'to') => (
    <AmountField
      label={t(key === 'to' ? 'form.to' : 'form.points')}
      labelHidden
      unit={t('form.points_unit')}
      {...POINTS}
      value={form[key]}
      onChange={(points) => points !== undefined && onChange(closeScore({ ...form, [key]: points }))}
    />
  );
  return (
    <div className="inline-fields">
      <Select
        label={t('form.score')}
        labelHidden
        choices={withNow(scores, form.score)}
        value={form.score}
        onChange={(score) => onChange(closeScore({ ...form, score }))}
      />
      <Select
        label={t('form.test')}
        labelHidden
        choices={(['ge', 'gt', 'le', 'lt', 'between'] as const).map((id) => ({ id, name: t(`operator.${id}`) }))}
        value={form.operator}
        onChange={(operator) => onChange(closeScore({ ...form, operator: operator as typeof form.operator }))}
      />
      {amount('from')}
      {form.operator === 'between' && amount('to')}
      <Faults path={path} />
    </div>
  );
}

export function BandTestForm({ test, path, onChange }: TestProps<BandTest>) {
  const { ruleset } = useForm();
  const banded = Object.entries(ruleset.scores).filter(([, { bands = [] }]) => bands.length > 0);
  const labels = (score: string) => [...new Set((ruleset.scores[score]?.bands ?? []).map(({ label }) => label))];
  return (
    <div className="inline-fields">
      <Select
        label={t('form.score')}
        labelHidden
        choices={withNow(
          banded.map(([id]) => ({ id, name: t('form.band_of', { score: scoreWords(ruleset, id) }) })),
          test.band,
        )}
        value={test.band}
        onChange={(band) => onChange({ band, in: labels(band).slice(0, 1) })}
      />
      <TokenField
        label={t('form.bands')}
        values={test.in}
        suggestions={labels(test.band).map((value) => ({ value }))}
        onChange={(bands) => onChange(put(test, 'in', bands))}
      />
      <Faults path={path} />
    </div>
  );
}

export function StageTestForm({ test, path, onChange }: TestProps<StageTest>) {
  const { ruleset } = useForm();
  const stages = (ruleset.stages ?? []).map(({ id }) => ({ id, name: stageWords(ruleset, id) }));
  return (
    <div className="inline-fields">
      <span className="joint">{t('form.has_reached')}</span>
      <Select
        label={t('form.stage')}
        labelHidden
        choices={withNow(stages, test.reached)}
        value={test.reached}
        onChange={(reached) => onChange(put(test, 'reached', reached))}
      />
      <Faults path={path} />
    </div>
  );
}

export function ScenarioTestForm({ test, path, onChange }: TestProps<ScenarioTest>) {
  const { ruleset } = useForm();
  const scenarios = scenarioNames(ruleset).map((id) => ({ id, name: scenarioWords(ruleset, id) }));
  return (
    <div className="inline-fields">
      <span className="joint">{t('form.holds')}</span>
      <Select
        label={t('form.scenario')}
        labelHidden
        choices={withNow(scenarios, test.scenario)}
        value={test.scenario}
        onChange={(scenario) => onChange(put(test, 'scenario', scenario))}
      />
      <Faults path={path} />
    </div>
  );
}
