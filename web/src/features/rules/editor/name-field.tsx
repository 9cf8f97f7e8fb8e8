import type { Subject } from '../../../ruleset/operators';
import { ComboBox } from '../../../ui/combo-box';
import { useNames } from './suggestions';

interface NameFieldProps {
  label: string;
  labelHidden?: boolean;
  of: Subject;
  optional?: boolean;
  value: string;
  onChange: (name: string) => void;
}

/** The name of a field of leads or of a property of events. */
export function NameField({ of, ...props }: NameFieldProps) {
  return <ComboBox {...props} suggestions={useNames(of)} />;
}
