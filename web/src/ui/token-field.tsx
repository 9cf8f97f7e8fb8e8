import { t } from '../i18n';
import { ComboBox, type Suggestion } from './combo-box';
import { Icon } from './icon';

export interface TokenFieldProps {
  label: string;
  values: string[];
  suggestions: Suggestion[];
  invalid?: boolean;
  onFocus?: () => void;
  onSearch?: (typed: string) => void;
  onChange: (values: string[]) => void;
}

/** Several values, each with a button that takes it away, and a field for one more. */
export function TokenField(props: TokenFieldProps) {
  const { label, values, suggestions, invalid = false, onFocus, onSearch, onChange } = props;
  const left = suggestions.filter(({ value }) => !values.includes(value));
  const name = (value: string) => suggestions.find((each) => each.value === value)?.name ?? value;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's frame and legend are not wanted here
    <div role="group" aria-label={label}>
      <ul className="tokens">
        {values.map((value) => (
          <li key={value} className="token">
            <bdi>{name(value)}</bdi>
            <button
              type="button"
              aria-label={t('token.remove', { value: name(value) })}
              onClick={() => onChange(values.filter((each) => each !== value))}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
        <li>
          <ComboBox
            label={label}
            labelHidden
            value=""
            suggestions={left}
            invalid={invalid}
            placeholder={t(values.length === 0 ? 'token.first' : 'token.more')}
            {...(onFocus && { onFocus })}
            {...(onSearch && { onSearch })}
            onChange={(value) => !values.includes(value) && onChange([...values, value])}
          />
        </li>
      </ul>
    </div>
  );
}
