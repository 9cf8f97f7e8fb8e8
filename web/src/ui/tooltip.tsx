import { lazy, type RefObject, Suspense, useEffect, useRef, useState } from 'react';

const Shown = lazy(() => import('./tooltip-shown'));

const DELAY = 600; // milliseconds; none on keyboard focus, or from one button to the next
const GRACE = 100; // in which the pointer may go from the button to the tooltip
const NEXT = 400;

let lastShown = 0;

interface Trigger {
  ref: RefObject<HTMLButtonElement | null>;
  onHoverStart: () => void;
  onHoverEnd: () => void;
  onFocus: () => void;
  onBlur: () => void;
  onPressStart: () => void;
}

/** When a tooltip shows: for a pointer that rests on the button and for keyboard focus, never for touch. */
export function useTooltip(): { trigger: Trigger; open: boolean; turn: (open: boolean, after?: number) => void } {
  const ref = useRef<HTMLButtonElement>(null);
  const timer = useRef(0);
  const [open, setOpen] = useState(false);
  const turn = (to: boolean, after = 0) => {
    clearTimeout(timer.current);
    if (open) lastShown = performance.now();
    if (after > 0) timer.current = window.setTimeout(setOpen, after, to);
    else setOpen(to);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const trigger = {
    ref,
    onHoverStart: () => turn(true, performance.now() - lastShown < NEXT ? 0 : DELAY),
    onHoverEnd: () => turn(false, GRACE),
    onFocus: () => ref.current?.matches(':focus-visible') && turn(true),
    onBlur: () => turn(false),
    onPressStart: () => turn(false),
  };
  return { trigger, open, turn };
}

export interface TooltipProps {
  text: string;
  /** Its shortcut, as on the keyboard. */
  keys: string | undefined;
  of: RefObject<HTMLButtonElement | null>;
  turn: (open: boolean, after?: number) => void;
}

/** The name of a button that shows an icon only. The button has the name itself, so this is for eyes alone. */
export function Tooltip({ turn, ...props }: TooltipProps) {
  return (
    <Suspense fallback={null}>
      <Shown {...props} onOpenChange={(open) => turn(open, open ? 0 : GRACE)} />
    </Suspense>
  );
}
