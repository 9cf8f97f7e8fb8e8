import { useMemo, useState } from 'react';
import type { DataReport } from '../../engine/protocol';
import { t } from '../../i18n';
import type { Result } from '../../state/app-state';
import { closeSheet, useToExport } from '../../state/sheet';
import { useApp } from '../../state/store';
import { Dialog } from '../../ui/dialog';
import { type Choices, firstChoices, isCrm, openedFor, queryOf, rowColumns, withColumns } from './choices';
import { ChooseColumns } from './choose-columns';
import { ChooseHiding } from './choose-hiding';
import { ChooseLeads } from './choose-leads';
import { exportColumns } from './columns';
import { Command } from './command';
import { crmColumns } from './crm';
import { CrmColumns } from './crm-columns';
import { Finish } from './finish';
import { FormChoices } from './form-choices';
import type { Order } from './make';
import './style.css';

// What was chosen last, until the page is closed.
let last: Choices | null = null;

function useChoices(result: Result, data: DataReport): [Choices, (change: Partial<Choices>) => void] {
  const columns = useMemo(() => exportColumns(result.ruleset, data), [result, data]);
  const toExport = useToExport();
  const [choices, setChoices] = useState(() => openedFor(last ?? firstChoices(columns), toExport));
  const current = useMemo(() => withColumns(choices, columns), [choices, columns]);
  const change = (changed: Partial<Choices>) => {
    last = { ...current, ...changed };
    setChoices(last);
  };
  return [current, change];
}

function ExportForm({ result, data }: { result: Result; data: DataReport }) {
  const listed = useApp((state) => state.list.query);
  const given = useToExport();
  const [choices, change] = useChoices(result, data);
  const { ruleset } = result;
  const { form, leads } = choices;
  const columns = isCrm(form) ? crmColumns(form, ruleset, data) : rowColumns(choices);
  const query = leads === 'given' ? (given?.query ?? listed) : queryOf(leads, ruleset, listed);
  const order: Order | null = columns && columns.length > 0 ? { choices, columns, query } : null;
  return (
    <div className="export">
      <ChooseLeads result={result} value={leads} onChange={(wanted) => change({ leads: wanted })} />
      <FormChoices choices={choices} onChange={change} />
      {isCrm(form) ? (
        <CrmColumns crm={form} columns={columns} />
      ) : (
        <>
          <ChooseColumns columns={choices.columns} onChange={(chosen) => change({ columns: chosen })} />
          <ChooseHiding choices={choices} onChange={change} />
        </>
      )}
      <Finish order={order} onChange={change} />
      {order && <Command order={order} asOf={result.figures.asOf} />}
    </div>
  );
}

/** The scored leads out of the page: into a file, onto the clipboard, or ready for another system. */
export default function Export() {
  const result = useApp((state) => state.result);
  const data = useApp((state) => state.data);
  return (
    <Dialog title={t('export.title')} onClose={closeSheet}>
      {result && data ? <ExportForm result={result} data={data} /> : <p>{t('export.nothing')}</p>}
    </Dialog>
  );
}
