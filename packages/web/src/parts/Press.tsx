import type { ReactNode } from 'react';
import { Button, type ButtonProps } from 'react-aria-components';
import { Icon, type IconName } from './Icon.tsx';

/** How loud a button is. */
export type Weight = 'main' | 'plain' | 'quiet' | 'danger' | 'record';

/** A button with a label and, where it helps, an icon. */
export function Press({
  weight = 'plain',
  icon,
  children,
  ...rest
}: Omit<ButtonProps, 'children' | 'className'> & { weight?: Weight; icon?: IconName; children?: ReactNode }) {
  return (
    <Button {...rest} className={`press press-${weight}`}>
      {icon && <Icon name={icon} size={18} />}
      {children !== undefined && <span>{children}</span>}
    </Button>
  );
}
