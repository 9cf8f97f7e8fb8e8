import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { Icon } from './icon';

export interface Choice {
  id: string;
  name: string;
}

export interface SelectProps {
  label: string;
  /** The label is for screen readers only. */
  labelHidden?: boolean;
  choices: Choice[];
  value: string;
  onChange: (id: string) => void;
}

export function Select({ label, labelHidden = false, choices, value, onChange }: SelectProps) {
  // Only the one that is in use has all its choices: a form has many, and each costs time.
  const [inUse, setInUse] = useState(false);
  const chosen = choices.filter(({ id }) => id === value);
  // Without any the list would not open.
  const shown = inUse || chosen.length === 0 ? choices : chosen;
  return (
    <AriaSelect
      className="field select"
      value={value}
      onFocus={() => setInUse(true)}
      onChange={(id) => id !== null && onChange(String(id))}
      {...(labelHidden && { 'aria-label': label })}
    >
      {!labelHidden && <Label>{label}</Label>}
      <Button className="control">
        <SelectValue />
        <Icon name="down" />
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox className="choices" items={shown}>
          {(choice) => (
            <ListBoxItem className="choice" textValue={choice.name}>
              {choice.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
