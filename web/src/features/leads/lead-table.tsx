import { useMemo } from 'react';
import type { DataReport, LeadRow } from '../../engine/protocol';
import { t } from '../../i18n';
import { columnOf } from '../../ruleset/operators';
import { needRows, queryLeads, setColumns } from '../../state/actions';
import { firstQuery, type Result } from '../../state/app-state';
import { openLead } from '../../state/route';
import { useApp } from '../../state/store';
import { rowAt, rowOf } from '../../state/transitions';
import { resizeColumn } from '../../table/choices';
import { type Arranged, arrange } from '../../table/columns';
import { VirtualTable } from '../../table/virtual-table';
import { Button } from '../../ui/button';
import { columnIdOf, leadColumns, sortOf } from './lead-columns';

const noFields: string[] = [];

/** The columns of the list, in the user's order. */
export function useLeadColumns(result: Result | null, data: DataReport | null): Arranged<LeadRow>[] {
  const choices = useApp((state) => state.columns);
  return useMemo(() => {
    if (!result) return [];
    const { ruleset, figures } = result;
    const typeOf = (field: string) => columnOf(ruleset, data, 'field', field).type;
    const totals: [number, number] = [figures.from, figures.from + figures.width * figures.leads.length];
    return arrange(leadColumns({ ruleset, fields: data?.fields ?? noFields, typeOf, totals }), choices);
  }, [result, data, choices]);
}

export interface LeadTableProps {
  result: Result;
  columns: Arranged<LeadRow>[];
  openId: string | null;
  /** The columns that are in the table. */
  shown: string[];
  onShown: (ids: string[]) => void;
}

export function LeadTable({ result, columns, openId, shown, onShown }: LeadTableProps) {
  const list = useApp((state) => state.list);
  const fields = useApp((state) => state.data?.fields) ?? noFields;
  const choices = useApp((state) => state.columns);
  const { query, selection, blocks } = list;
  const scores = Object.keys(result.ruleset.scores);
  const place = useMemo(() => (openId === null ? null : rowOf({ blocks }, openId)), [blocks, openId]);
  const sort = { id: columnIdOf(query, scores, fields), descending: query.descending };
  const onSort = (id: string) => {
    const sorting = sortOf(id, scores, fields);
    const textual = sorting.sort === 'id' || sorting.sort === 'field';
    queryLeads({ ...sorting, descending: id === sort.id ? !sort.descending : !textual });
  };
  if (selection?.count === 0) {
    return (
      <div className="empty">
        <p>{t('leads.none')}</p>
        <Button onPress={() => queryLeads(firstQuery)}>{t('leads.show_all')}</Button>
      </div>
    );
  }
  return (
    <VirtualTable
      label={t('nav.leads')}
      columns={columns}
      rowCount={selection?.count ?? 0}
      rowHeight={52}
      rowAt={(index) => rowAt({ blocks }, index)}
      onRange={needRows}
      onOpen={(index) => {
        const row = rowAt({ blocks }, index);
        if (row) openLead(row.id);
      }}
      isOpen={(row) => row.id === openId}
      place={place}
      sort={sort}
      onSort={onSort}
      onResize={(id, width) => setColumns(resizeColumn(columns, choices, shown, id, width))}
      onShown={onShown}
    />
  );
}
