import type { ReactNode } from 'react';
import { t } from '../../../i18n';
import { Icon } from '../../../ui/icon';
import type { Verdict } from './verdict';

export interface Marks {
  best: Verdict | null;
  worst: Verdict | null;
}

export interface MarkedNameProps {
  row: number;
  marks: Marks;
  /** What is best and worst. */
  of: 'cost' | 'rate';
  children: ReactNode;
}

/** The name of a row, and whether it is the best or the worst, and how surely. */
export function MarkedName({ row, marks, of, children }: MarkedNameProps) {
  const found = (['best', 'worst'] as const).flatMap((end) => {
    const verdict = marks[end];
    if (!verdict || verdict.kind === 'close' || verdict.first.row !== row) return [];
    return [{ end, alone: verdict.kind === 'one' }];
  });
  return (
    <>
      {children}
      {found.map(({ end, alone }) => (
        <span key={end} className={`row-mark ${end}`}>
          <Icon name={end === 'best' ? 'check' : 'warning'} />
          {t(alone ? `channels.mark.${of}.${end}` : `channels.mark.${of}.${end}_of_some`)}
        </span>
      ))}
    </>
  );
}
