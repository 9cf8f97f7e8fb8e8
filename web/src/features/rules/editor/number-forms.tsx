// Rules that give points by a field: by ranges of a number, or by its values.
import { t } from '../../../i18n';
import { moved } from '../../../ruleset/list-changes';
import { closeValues, openValues } from '../../../ruleset/parts';
import { pointerStep } from '../../../ruleset/place';
import { put } from '../../../ruleset/put';
import type { LookupRule, Range, RangesRule } from '../../../ruleset/ruleset';
import { AmountField, ANY_NUMBER } from '../../../ui/amount-field';
import { Button } from '../../../ui/button';
import { NumberField } from '../../../ui/number-field';
import type { RuleFormProps } from './each-form';
import { Faults, FormPart, Slot } from './form';
import { NameField } from './name-field';
import { ValueField } from './value-field';

function LineTools(props: { index: number; count: number; onMove: (by: -1 | 1) => void; onRemove: () => void }) {
  const { index, count, onMove, onRemove } = props;
  const line = index + 1;
  return (
    <div className="step-tools">
      <Button
        look="quiet"
        icon="up"
        aria-label={t('form.line_up', { line })}
        isDisabled={index === 0}
        onPress={() => onMove(-1)}
      />
      <Button
        look="quiet"
        icon="down"
        aria-label={t('form.line_down', { line })}
        isDisabled={line === count}
        onPress={() => onMove(1)}
      />
      <Button
        look="quiet"
        icon="close"
        aria-label={t('form.remove_line', { line })}
        isDisabled={count === 1}
        onPress={onRemove}
      />
    </div>
  );
}

interface RangeLineProps {
  range: Range;
  /** Its fields show their names, as those of the first line do. */
  named: boolean;
  onChange: (range: Range) => void;
}

function RangeLine({ range, named, onChange }: RangeLineProps) {
  const end = (key: 'from' | 'to') => (
    <AmountField
      label={t(key === 'from' ? 'form.range_from' : 'form.range_to')}
      labelHidden={!named}
      value={range[key] === undefined ? undefined : Number(range[key])}
      placeholder={t('form.any_number')}
      {...ANY_NUMBER}
      onChange={(number) => onChange(put(range, key, number))}
    />
  );
  return (
    <>
      {end('from')}
      {end('to')}
      <NumberField
        label={t('form.points')}
        value={range.points}
        onChange={(points) => onChange(put(range, 'points', points))}
      />
    </>
  );
}

export function RangesForm({ rule, path, onChange }: RuleFormProps<RangesRule>) {
  const { ranges } = rule;
  const set = (next: Range[]) => onChange(put(rule, 'ranges', next), t('form.ranges'));
  // A new range goes on where the last one ends.
  const add = () => {
    const last = ranges.at(-1);
    if (last?.to !== undefined) return set([...ranges, { from: last.to, points: 0 }]);
    const from = Number(last?.from ?? 0);
    const border = from > 0 ? from * 2 : from + 10;
    set([...ranges.slice(0, -1), { ...last, to: border, points: last?.points ?? 0 }, { from: border, points: 0 }]);
  };
  return (
    <FormPart title={t('form.ranges')}>
      <Slot path={`${path}/field`}>
        <NameField
          label={t('form.field')}
          of="field"
          value={rule.field}
          onChange={(field) => onChange(put(rule, 'field', field), t('form.field'))}
        />
      </Slot>
      <ol className="point-lines">
        {ranges.map((range, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a range is its place: the first that fits counts
          <li key={index}>
            <RangeLine range={range} named={index === 0} onChange={(next) => set(ranges.with(index, next))} />
            <LineTools
              index={index}
              count={ranges.length}
              onMove={(by) => set(moved(ranges, index, by))}
              onRemove={() => set(ranges.toSpliced(index, 1))}
            />
            <Faults path={`${path}/ranges/${index}`} />
          </li>
        ))}
      </ol>
      <Button look="quiet" icon="add" onPress={add}>
        {t('form.add_range')}
      </Button>
    </FormPart>
  );
}

export function LookupForm({ rule, path, onChange }: RuleFormProps<LookupRule>) {
  const lines = openValues(rule.points_for);
  const taken = lines.map(([value]) => value);
  const set = (next: typeof lines) => onChange(put(rule, 'points_for', closeValues(next)), t('form.values'));
  return (
    <FormPart title={t('form.by_values')}>
      <Slot path={`${path}/field`}>
        <NameField
          label={t('form.field')}
          of="field"
          value={rule.field}
          onChange={(field) => onChange(put(rule, 'field', field), t('form.field'))}
        />
      </Slot>
      <ol className="point-lines">
        {lines.map(([value, points], index) => (
          <li key={value}>
            <ValueField
              labelHidden={index > 0}
              field={rule.field}
              value={value}
              taken={taken}
              onChange={(next) => set(lines.with(index, [next, points]))}
            />
            <NumberField
              label={t('form.points')}
              value={points}
              onChange={(next) => set(lines.with(index, [value, next]))}
            />
            <LineTools
              index={index}
              count={lines.length}
              onMove={(by) => set(moved(lines, index, by))}
              onRemove={() => set(lines.toSpliced(index, 1))}
            />
            <Faults path={`${path}/points_for/${pointerStep(value)}`} />
          </li>
        ))}
        <li>
          <ValueField
            label={t('form.add_value')}
            field={rule.field}
            value=""
            taken={taken}
            onChange={(value) => set([...lines, [value, 5]])}
          />
        </li>
      </ol>
      <AmountField
        label={t('form.otherwise')}
        least={-1_000_000_000}
        decimals={3}
        value={rule.otherwise}
        placeholder="0"
        onChange={(points) => onChange(put(rule, 'otherwise', points), t('form.otherwise'))}
      />
    </FormPart>
  );
}
