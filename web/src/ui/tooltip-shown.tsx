import { type RefObject, useEffect } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';

export interface TooltipShownProps {
  text: string;
  keys: string | undefined;
  of: RefObject<HTMLButtonElement | null>;
  onOpenChange: (open: boolean) => void;
}

/** A tooltip in its place: stays while the pointer is on it, closes on Escape and when the page is scrolled. */
export default function TooltipShown({ text, keys, of, onOpenChange }: TooltipShownProps) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && onOpenChange(false);
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  });
  return (
    <TooltipTrigger isOpen onOpenChange={onOpenChange} closeDelay={0}>
      <Tooltip className="tooltip" triggerRef={of} offset={6} placement="bottom">
        {text}
        {keys && <kbd>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
