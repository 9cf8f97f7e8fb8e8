import { t } from '../../../i18n';
import { put } from '../../../ruleset/put';
import { AmountField } from '../../../ui/amount-field';
import { Faults } from './form';

interface Limits {
  min?: number;
  max?: number;
}

interface LimitFieldsProps<T> {
  limits: T;
  path: string;
  onChange: (limits: T, part: string) => void;
}

/** The least and the most points of a score or group. */
export function LimitFields<T extends Limits>({ limits, path, onChange }: LimitFieldsProps<T>) {
  return (['min', 'max'] as const).map((key) => (
    <div key={key} className="slot">
      <AmountField
        label={t(`form.${key}`)}
        least={-1_000_000_000}
        decimals={3}
        value={limits[key]}
        placeholder={t('form.no_limit')}
        onChange={(points) => onChange(put<Limits, typeof key>(limits, key, points) as T, t(`form.${key}`))}
      />
      <Faults path={`${path}/${key}`} />
    </div>
  ));
}
