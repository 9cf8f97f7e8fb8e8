import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { Icon, type IconName } from './icon';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  /** quiet: no frame until it is pointed at. */
  look?: 'plain' | 'primary' | 'quiet';
  icon?: IconName;
  children?: string | undefined;
}

/** With an icon and no text it needs an aria-label. */
export function Button({ look = 'plain', icon, children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={`button ${look}${children ? '' : ' icon-only'}`}>
      {icon && <Icon name={icon} />}
      {children && <span>{children}</span>}
    </AriaButton>
  );
}
