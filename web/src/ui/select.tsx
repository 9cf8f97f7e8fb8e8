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
  return (
    <AriaSelect
      className="field select"
      value={value}
      onChange={(id) => id !== null && onChange(String(id))}
      {...(labelHidden && { 'aria-label': label })}
    >
      {!labelHidden && <Label>{label}</Label>}
      <Button className="control">
        <SelectValue />
        <Icon name="down" />
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox className="choices" items={choices}>
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
