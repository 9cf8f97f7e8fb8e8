import { useRef } from 'react';
import { t } from '../i18n';
import { Button } from '../ui/button';

interface LineHintProps {
  text: string;
  /** Where the line is, of the width of the chart. */
  at: number;
  width: number;
  onEnd: () => void;
}

const GAP = 22; // from the line, past its grip

/** A few words that point at the grip of a line, on the side where there is room. */
export function LineHint({ text, at, width, onEnd }: LineHintProps) {
  const ref = useRef<HTMLDivElement>(null);
  const after = at < width / 2;
  const end = () => {
    ref.current?.parentElement?.querySelector<SVGElement>('[role=slider]')?.focus();
    onEnd();
  };
  return (
    <div
      ref={ref}
      className={after ? 'line-hint' : 'line-hint before'}
      style={after ? { insetInlineStart: at + GAP } : { insetInlineEnd: width - at + GAP }}
    >
      <p>{text}</p>
      <Button look="quiet" icon="close" aria-label={t('hint.dismiss')} onPress={end} />
    </div>
  );
}
