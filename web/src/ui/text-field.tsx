import { useEffect, useId, useRef, useState } from 'react';

export interface TextFieldProps {
  label: string;
  labelHidden?: boolean;
  value: string;
  /** Several lines. */
  long?: boolean;
  placeholder?: string;
  invalid?: boolean;
  /** Called when the text is settled: on Enter or on leaving the field. */
  onChange: (value: string) => void;
}

/** A text that counts once it is settled; Escape takes back what was typed. */
export function TextField(props: TextFieldProps) {
  const { label, labelHidden = false, value, long = false, placeholder, invalid = false, onChange } = props;
  const [typed, setTyped] = useState(value);
  const id = useId();
  const dropped = useRef(false);
  useEffect(() => setTyped(value), [value]);
  const settle = () => {
    if (!dropped.current && typed !== value) onChange(typed);
    dropped.current = false;
  };
  const shared = {
    id,
    className: 'control',
    value: typed,
    placeholder,
    'aria-invalid': invalid || undefined,
    onBlur: settle,
    ...(labelHidden && { 'aria-label': label }),
  };
  const onKey = (key: string, element: HTMLElement) => {
    if (key === 'Escape') {
      dropped.current = true;
      setTyped(value);
      element.blur();
    }
    if (key === 'Enter' && !long) settle();
  };
  return (
    <div className="field">
      {!labelHidden && <label htmlFor={id}>{label}</label>}
      {long ? (
        <textarea
          {...shared}
          rows={2}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => onKey(event.key, event.currentTarget)}
        />
      ) : (
        <input
          {...shared}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => onKey(event.key, event.currentTarget)}
        />
      )}
    </div>
  );
}
