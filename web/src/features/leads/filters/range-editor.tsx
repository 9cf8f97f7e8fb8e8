import type { Millipoints } from '../../../engine/protocol';
import { t } from '../../../i18n';
import { AmountField } from '../../../ui/amount-field';
import type { EditorProps } from './editor';
import type { RangeFilter } from './filter';

const points = (millipoints: Millipoints | null): number | undefined =>
  millipoints === null ? undefined : millipoints / 1000;
const millipoints = (value: number | undefined): Millipoints | null =>
  value === undefined ? null : Math.round(value * 1000);

export function RangeEditor({ filter, onChange }: EditorProps<RangeFilter>) {
  return (
    <div className="form-row">
      {(['from', 'to'] as const).map((end) => (
        <AmountField
          key={end}
          label={t(`filter.${end}`)}
          value={points(filter[end])}
          least={-1_000_000_000}
          decimals={3}
          unit={t('filter.points')}
          onChange={(value) => onChange({ ...filter, [end]: millipoints(value) })}
        />
      ))}
    </div>
  );
}
