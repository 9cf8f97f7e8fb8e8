import type { ReactElement, ReactNode } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover as AriaPopover } from 'react-aria-components/Popover';
import './popover.css';

export interface PopoverProps {
  label: string;
  /** The button that opens it. */
  trigger: ReactElement;
  open: boolean;
  onOpen: (open: boolean) => void;
  children: ReactNode;
}

/** A small form beside its button; Escape and a press elsewhere close it. */
export function Popover({ label, trigger, open, onOpen, children }: PopoverProps) {
  return (
    <DialogTrigger isOpen={open} onOpenChange={onOpen}>
      {trigger}
      <AriaPopover className="popover form-popover" offset={4} placement="bottom start">
        <Dialog className="popover-dialog" aria-label={label}>
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
