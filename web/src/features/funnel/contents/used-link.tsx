import type { ReactNode } from 'react';
import type { ContentRow } from '../../../engine/reports';
import { CellLink, type CellOf } from '../cell-link';
import type { ContentsShown } from './lifts';

export interface UsedLinkProps {
  report: ContentsShown['report'];
  row: ContentRow;
  children?: ReactNode;
}

/** Opens the leads that used a content. */
export function UsedLink({ report, row: { content, leads }, children }: UsedLinkProps) {
  const of: CellOf = {
    cell: { content, set: 'with' },
    count: leads,
    words: 'contents.cell.used',
    values: { content },
  };
  return (
    <CellLink report={report} {...of}>
      {children}
    </CellLink>
  );
}
