import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Icon } from './icon';
import './combo-box.css';

export interface Suggestion {
  value: string;
  /** What is shown for it, if not the value itself. */
  name?: string;
  /** Beside it, such as how often it occurs. */
  note?: string;
}

export interface ComboBoxProps {
  label: string;
  labelHidden?: boolean;
  value: string;
  /** All there are, of which those that fit the text are shown; with onSearch, those that it has found. */
  suggestions: Suggestion[];
  placeholder?: string;
  invalid?: boolean;
  /** Whether it may be emptied. */
  optional?: boolean;
  /** The field is about to be used: suggestions are wanted. */
  onFocus?: () => void;
  /** Every letter that is typed, to look for suggestions. */
  onSearch?: (typed: string) => void;
  /** A suggestion was chosen, or any other text settled by Enter or on leaving the field. */
  onChange: (value: string) => void;
}

const NONE: Suggestion[] = [];
const MOST = 40;

function fitting(suggestions: Suggestion[], typed: string): Suggestion[] {
  const wanted = typed.toLowerCase();
  const fits = ({ value, name = '' }: Suggestion) =>
    value.toLowerCase().includes(wanted) || name.toLowerCase().includes(wanted);
  return suggestions.filter(fits).slice(0, MOST);
}

/** A text field that suggests: what is typed need not be among the suggestions. */
export function ComboBox(props: ComboBoxProps) {
  const { label, labelHidden = false, value, suggestions, placeholder = '', onSearch, onChange } = props;
  const nameOf = (of: string) => suggestions.find((each) => each.value === of)?.name ?? of;
  const shown = nameOf(value);
  const [typed, setTyped] = useState(shown);
  // A field that adds is empty again afterwards. For one rendering it has the added value, which closes the suggestions,
  // and does not open them because its text has changed.
  const [added, setAdded] = useState<string | null>(null);
  // Only the one that is in use has its suggestions: a form has many, and each costs time.
  const [inUse, setInUse] = useState(false);
  useEffect(() => setTyped(shown), [shown]);
  useEffect(() => {
    if (added !== null) setAdded(null);
  }, [added]);
  const offered = onSearch ? suggestions : fitting(suggestions, typed === shown ? '' : typed);
  const settle = (chosen: string | null) => {
    const text = (chosen ?? suggestions.find(({ name }) => name === typed)?.value ?? typed).trim();
    if (chosen === null && (typed === shown || (text === '' && !props.optional))) setTyped(shown);
    else {
      // With the value, not after it: a later change of the text would open the suggestions again.
      setTyped(value === '' ? '' : nameOf(text));
      if (value === '') setAdded(text);
      onChange(text);
    }
    onSearch?.('');
  };
  return (
    <AriaComboBox
      className="field combo-box"
      value={added ?? (value || null)}
      onChange={(key) => key !== null && key !== value && settle(String(key))}
      inputValue={typed}
      onInputChange={(text) => {
        setTyped(text);
        onSearch?.(text === shown ? '' : text);
      }}
      onBlur={() => settle(null)}
      onFocus={() => {
        setInUse(true);
        props.onFocus?.();
      }}
      items={inUse ? offered : NONE}
      allowsCustomValue
      menuTrigger={added === null ? 'focus' : 'manual'}
      isInvalid={props.invalid ?? false}
      {...(labelHidden && { 'aria-label': label })}
    >
      {!labelHidden && <Label>{label}</Label>}
      <div className="combo-control">
        <Input
          className="control"
          placeholder={placeholder}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.currentTarget.getAttribute('aria-activedescendant')) settle(null);
          }}
        />
        <Button className="combo-button">
          <Icon name="down" />
        </Button>
      </div>
      <Popover className="popover" offset={4}>
        <ListBox<Suggestion> className="choices">
          {({ value: id, name = id, note }) => (
            <ListBoxItem id={id} className="choice" textValue={name}>
              <bdi>{name}</bdi>
              {note && <span className="choice-note">{note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
