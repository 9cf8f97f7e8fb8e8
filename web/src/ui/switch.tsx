import { Switch as AriaSwitch } from 'react-aria-components/Switch';

export interface SwitchProps {
  label: string;
  selected: boolean;
  disabled?: boolean;
  onChange: (selected: boolean) => void;
}

export function Switch({ label, selected, disabled = false, onChange }: SwitchProps) {
  return (
    <AriaSwitch className="switch" aria-label={label} isSelected={selected} isDisabled={disabled} onChange={onChange}>
      <span className="track" />
    </AriaSwitch>
  );
}
