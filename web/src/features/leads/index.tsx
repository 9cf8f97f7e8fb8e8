import { useEffect, useMemo } from 'react';
import type { LeadRow } from '../../engine/protocol';
import { formatNumber } from '../../format';
import { t } from '../../i18n';
import { needRows, queryLeads, selectLeads } from '../../state/actions';
import { firstQuery, type Result } from '../../state/app-state';
import { downloadScores } from '../../state/download';
import { go, leadHref } from '../../state/route';
import { useApp } from '../../state/store';
import { ROWS_A_BLOCK } from '../../state/transitions';
import { VirtualTable } from '../../table/virtual-table';
import { Button } from '../../ui/button';
import { NoResult } from '../shell/no-result';
import { Filters } from './filters';
import { columnIdOf, leadColumns, sortOf } from './lead-columns';
import { LeadPanel } from './lead-panel';
import './style.css';

function onSort(columnId: string, now: { id: string; descending: boolean }) {
  const { sort, sortIndex } = sortOf(columnId);
  const textual = sort === 'id' || sort === 'field';
  queryLeads({ sort, sortIndex, descending: columnId === now.id ? !now.descending : !textual });
}

function LeadTable({ result, openId }: { result: Result; openId: string | null }) {
  const { query, selection, blocks } = useApp((state) => state.list);
  const fields = useApp((state) => state.data?.fields);
  const columns = useMemo(() => leadColumns(result.ruleset, fields ?? []), [result.ruleset, fields]);
  const sort = { id: columnIdOf(query.sort, query.sortIndex), descending: query.descending };
  const rowAt = (index: number): LeadRow | null =>
    blocks.get(Math.floor(index / ROWS_A_BLOCK))?.[index % ROWS_A_BLOCK] ?? null;
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
      rowAt={rowAt}
      onRange={needRows}
      onOpen={(index) => {
        const row = rowAt(index);
        if (row) go(leadHref(row.id));
      }}
      isOpen={(row) => row.id === openId}
      sort={sort}
      onSort={(id) => onSort(id, sort)}
    />
  );
}

export default function Leads({ openId }: { openId: string | null }) {
  const result = useApp((state) => state.result);
  const selection = useApp((state) => state.list.selection);
  const count = selection?.count;
  useEffect(() => {
    if (result && !selection) selectLeads();
  }, [result, selection]);
  if (!result) return <NoResult />;
  return (
    <div className="leads" data-open={openId !== null || undefined}>
      <section className="lead-list" aria-labelledby="leads-title">
        <div className="screen-head">
          <h1 id="leads-title">{t('nav.leads')}</h1>
          <p className="quiet-text" role="status">
            {count !== undefined &&
              t('leads.count', { number: formatNumber(count), all: formatNumber(result.figures.numLeads) })}
          </p>
          <Button icon="download" onPress={downloadScores}>
            {t('leads.download')}
          </Button>
        </div>
        <Filters ruleset={result.ruleset} />
        <LeadTable result={result} openId={openId} />
      </section>
      {openId !== null && <LeadPanel id={openId} ruleset={result.ruleset} />}
    </div>
  );
}
