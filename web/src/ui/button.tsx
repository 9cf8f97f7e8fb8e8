import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { ariaKeys, onMac, type ShortcutId, shortKeys } from '../shortcuts';
import { useCharacterKeys } from '../state/character-keys';
import { Icon, type IconName } from './icon';
import { Tooltip, useTooltip } from './tooltip';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  /** quiet: no frame until it is pointed at. */
  look?: 'plain' | 'primary' | 'quiet';
  icon?: IconName;
  /** The keys that do the same. */
  shortcut?: ShortcutId;
  children?: string | undefined;
}

function IconButton({ look, icon, shortcut, ...props }: Omit<ButtonProps, 'children'>) {
  const { trigger, open, turn } = useTooltip();
  const characters = useCharacterKeys();
  const aria = shortcut && ariaKeys(shortcut, onMac(), characters);
  const name = props['aria-label'];
  return (
    <>
      <AriaButton
        {...trigger}
        {...props}
        {...(aria && { render: (dom) => <button {...dom} aria-keyshortcuts={aria} /> })}
        className={`button ${look} icon-only`}
      >
        {icon && <Icon name={icon} />}
      </AriaButton>
      {open && name && (
        <Tooltip text={name} keys={aria && shortcut && shortKeys(shortcut, onMac())} of={trigger.ref} turn={turn} />
      )}
    </>
  );
}

/** With an icon and no text it needs an aria-label, which also shows as a tooltip. */
export function Button({ look = 'plain', icon, shortcut, children, ...props }: ButtonProps) {
  if (!children) return <IconButton look={look} {...(icon && { icon })} {...(shortcut && { shortcut })} {...props} />;
  return (
    <AriaButton {...props} className={`button ${look}`}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </AriaButton>
  );
}
