import { useState } from 'react';
import type { Subject } from '../../../ruleset/operators';
import { ComboBox } from '../../../ui/combo-box';
import { fitting, useNames } from './suggestions';

interface NameFieldProps {
  label: string;
  optional?: boolean;
  of: Subject;
  value: string;
  onChange: (name: string) => void;
}

/** The name of a field of leads or of a property of events. */
export function NameField({ label, optional = false, of, value, onChange }: NameFieldProps) {
  const [typed, setTyped] = useState('');
  return (
    <ComboBox
      label={label}
      optional={optional}
      value={value}
      suggestions={fitting(useNames(of), typed)}
      onSearch={setTyped}
      onChange={onChange}
    />
  );
}
