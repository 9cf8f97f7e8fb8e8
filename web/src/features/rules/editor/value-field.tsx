import { t } from '../../../i18n';
import { useFieldValues } from '../../../state/field-values';
import { ComboBox } from '../../../ui/combo-box';

interface ValueFieldProps {
  label?: string;
  labelHidden?: boolean;
  /** The field whose values are suggested. */
  field: string;
  value: string;
  /** Values that stand elsewhere already. */
  taken: string[];
  onChange: (value: string) => void;
}

/** A value of a field of leads. */
export function ValueField(props: ValueFieldProps) {
  const { label = t('form.value'), labelHidden = false, field, value, taken, onChange } = props;
  const { suggestions, onFocus, onSearch } = useFieldValues('field', field);
  return (
    <ComboBox
      label={label}
      labelHidden={labelHidden}
      value={value}
      suggestions={suggestions.filter((each) => !taken.includes(each.value))}
      onFocus={onFocus}
      onSearch={onSearch}
      onChange={(next) => !taken.includes(next) && onChange(next)}
    />
  );
}
