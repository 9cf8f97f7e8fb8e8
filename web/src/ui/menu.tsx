import { Button } from 'react-aria-components/Button';
import { Menu as AriaMenu, Header, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { Icon, type IconName } from './icon';
import './menu.css';

export interface MenuChoice {
  id: string;
  name: string;
  disabled?: boolean;
}

export interface MenuPart {
  id: string;
  /** Above its choices. */
  title?: string;
  choices: MenuChoice[];
}

export interface MenuProps {
  /** On the button, or for screen readers only when it shows an icon alone. */
  label: string;
  icon: IconName;
  iconOnly?: boolean;
  look?: 'plain' | 'quiet';
  disabled?: boolean;
  parts: MenuPart[];
  onChoose: (id: string) => void;
}

/** A button that opens a list of things to do. */
export function Menu({ label, icon, iconOnly = false, look = 'quiet', disabled = false, parts, onChoose }: MenuProps) {
  const filled = parts.filter(({ choices }) => choices.length > 0);
  return (
    <MenuTrigger>
      <Button
        className={`button ${look}${iconOnly ? ' icon-only' : ''}`}
        isDisabled={disabled}
        {...(iconOnly && { 'aria-label': label })}
      >
        <Icon name={icon} />
        {!iconOnly && <span>{label}</span>}
      </Button>
      <Popover className="popover" offset={4}>
        <AriaMenu className="choices" aria-label={label} onAction={(id) => onChoose(String(id))}>
          {filled.map(({ id, title, choices }) => (
            <MenuSection key={id} className="menu-part" aria-label={title ?? label}>
              {title && <Header className="menu-title">{title}</Header>}
              {choices.map((choice) => (
                <MenuItem
                  key={choice.id}
                  id={choice.id}
                  className="choice"
                  textValue={choice.name}
                  isDisabled={choice.disabled ?? false}
                >
                  {choice.name}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
