import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { NumberField } from 'react-aria-components/NumberField';

export interface AmountFieldProps {
  label: string;
  labelHidden?: boolean;
  /** undefined: none, which is an empty field. */
  value: number | undefined;
  least?: number;
  most?: number;
  decimals?: number;
  /** What stands behind the number, such as "days". */
  unit?: string;
  placeholder?: string;
  invalid?: boolean;
  /** undefined: the field was emptied. */
  onChange: (value: number | undefined) => void;
}

/** The bounds of numbers of data, which unlike points may have any size and number of decimals. */
export const ANY_NUMBER = { least: -1e15, most: 1e15, decimals: 12 };

/** A number without step buttons, typed with a comma or a point as the reader's language has it. */
export function AmountField(props: AmountFieldProps) {
  const { label, labelHidden = false, value, least = 0, most = 1_000_000_000, decimals = 0, unit, invalid } = props;
  const format = { maximumFractionDigits: decimals };
  const shown = (number: number | undefined) => (number === undefined ? '' : number.toFixed(decimals));
  const settle = (number: number) => {
    const given = Number.isNaN(number) ? undefined : number;
    // A number with more decimals than are shown stays as it is until another is typed.
    if (shown(given) !== shown(value)) props.onChange(given);
  };
  return (
    <NumberField
      className="field amount-field"
      value={value ?? Number.NaN}
      minValue={least}
      maxValue={most}
      formatOptions={format}
      isInvalid={invalid ?? false}
      onChange={settle}
      {...(labelHidden && { 'aria-label': label })}
    >
      {!labelHidden && <Label>{label}</Label>}
      <Group className="amount">
        <Input className="control" placeholder={props.placeholder ?? ''} />
        {unit && <span aria-hidden="true">{unit}</span>}
      </Group>
    </NumberField>
  );
}
