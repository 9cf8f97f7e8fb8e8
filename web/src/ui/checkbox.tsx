import './popover.css';

export interface CheckboxProps {
  label: string;
  /** For screen readers, when what is shown says too little. */
  name?: string;
  checked: boolean;
  disabled?: boolean;
  autoFocus?: boolean;
  onChange: (checked: boolean) => void;
}

export function Checkbox({ label, name, checked, disabled = false, autoFocus = false, onChange }: CheckboxProps) {
  return (
    <label className="checkbox">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        // biome-ignore lint/a11y/noAutofocus: the first field of a form that the user has opened
        autoFocus={autoFocus}
        aria-label={name}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
