import { useEffect, useRef, useState } from 'react';
import { formatNumber } from '../../format';
import { t } from '../../i18n';
import { selectLeads } from '../../state/actions';
import { openSheet } from '../../state/sheet';
import { useApp } from '../../state/store';
import { Button } from '../../ui/button';
import { NoResult } from '../shell/no-result';
import { ColumnChooser } from './column-chooser';
import { Filters } from './filters';
import { LeadPanel } from './lead-panel';
import { LeadTable, useLeadColumns } from './lead-table';
import './style.css';

const none: string[] = [];

export default function Leads({ openId }: { openId: string | null }) {
  const result = useApp((state) => state.result);
  const data = useApp((state) => state.data);
  const selection = useApp((state) => state.list.selection);
  const columns = useLeadColumns(result, data);
  const [shown, setShown] = useState(none);
  const list = useRef<HTMLElement>(null);
  const wasOpen = useRef(openId);
  const count = selection?.count;
  useEffect(() => {
    if (result && !selection) selectLeads();
  }, [result, selection]);
  // Back from a lead, the keys go on where the list was left.
  useEffect(() => {
    if (openId === null && wasOpen.current !== null) list.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
    wasOpen.current = openId;
  }, [openId]);
  if (!result) return <NoResult />;
  return (
    <div className="leads" data-open={openId !== null || undefined}>
      <section className="lead-list" ref={list} aria-labelledby="leads-title">
        <div className="screen-head">
          <h1 id="leads-title">{t('nav.leads')}</h1>
          <p className="quiet-text" role="status">
            {count !== undefined &&
              t('leads.count', { number: formatNumber(count), all: formatNumber(result.figures.numLeads) })}
          </p>
          <div className="actions">
            <ColumnChooser columns={columns} shown={shown} />
            <Button icon="download" onPress={() => openSheet('export')}>
              {t('leads.export')}
            </Button>
          </div>
        </div>
        <Filters ruleset={result.ruleset} />
        <LeadTable result={result} columns={columns} openId={openId} shown={shown} onShown={setShown} />
      </section>
      {openId !== null && <LeadPanel id={openId} result={result} />}
    </div>
  );
}
