import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField';

export interface NumberFieldProps {
  label: string;
  value: number;
  disabled?: boolean;
  /** Called when the number is settled: on Enter, on leaving the field, on a step. */
  onChange: (value: number) => void;
}

const format: Intl.NumberFormatOptions = { maximumFractionDigits: 3, signDisplay: 'exceptZero' };

/** Points: up to three decimals, stepped by one. */
export function NumberField({ label, value, disabled = false, onChange }: NumberFieldProps) {
  return (
    <AriaNumberField
      className="number-field"
      aria-label={label}
      value={value}
      isDisabled={disabled}
      formatOptions={format}
      minValue={-1_000_000_000}
      maxValue={1_000_000_000}
      onChange={(number) => Number.isFinite(number) && onChange(number)}
    >
      <Group className="control">
        <Button slot="decrement">−</Button>
        <Input />
        <Button slot="increment">+</Button>
      </Group>
    </AriaNumberField>
  );
}
