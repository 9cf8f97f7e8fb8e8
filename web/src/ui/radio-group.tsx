import { Label } from 'react-aria-components/Label';
import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components/RadioGroup';

export interface RadioGroupProps {
  label: string;
  choices: { id: string; name: string }[];
  value: string;
  onChange: (id: string) => void;
}

/** A few choices side by side, of which one holds. */
export function RadioGroup({ label, choices, value, onChange }: RadioGroupProps) {
  return (
    <AriaRadioGroup className="field radio-group" value={value} onChange={onChange} orientation="horizontal">
      <Label className="label">{label}</Label>
      <div className="segments">
        {choices.map(({ id, name }) => (
          <Radio key={id} value={id} className="segment">
            {name}
          </Radio>
        ))}
      </div>
    </AriaRadioGroup>
  );
}
