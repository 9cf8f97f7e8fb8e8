import type { TableKind } from '../../engine/protocol';
import { formatNumber } from '../../format';
import { t } from '../../i18n';
import type { DraftTable } from '../../state/app-state';
import { changeTable, removeTable } from '../../state/import';
import { Button } from '../../ui/button';
import { Select } from '../../ui/select';
import { FirstRows } from './first-rows';
import { IssueList } from './issue-list';
import { mappedHeader, mappedNames, withHeader } from './mapping';
import { TableCounts } from './table-counts';

const NONE = '-';
const kinds: TableKind[] = ['leads', 'events'];

function zones() {
  const here = -new Date().getTimezoneOffset();
  const sign = here < 0 ? '−' : '+';
  const clock = `${Math.floor(Math.abs(here) / 60)}:${String(Math.abs(here) % 60).padStart(2, '0')}`;
  const choices = [{ id: '0', name: t('data.utc') }];
  return here === 0 ? choices : [...choices, { id: String(here), name: t('data.local', { zone: sign + clock }) }];
}

function Mapping({ table }: { table: DraftTable }) {
  const { options, preview, kind } = table;
  const { columns } = preview.report;
  const headers = columns.map(({ header }) => ({ id: header, name: header }));
  return (
    <div className="mapping">
      {mappedNames[kind].map((name) => {
        const header = mappedHeader(name, options, preview.report);
        const none = t(kind === 'leads' && name === 'lead_id' ? 'map.row_number' : 'map.none');
        // Events are nothing without a lead, a time and a type; a lead can do without the rest.
        const choices = kind === 'leads' || header === '' ? [{ id: NONE, name: none }, ...headers] : headers;
        return (
          <Select
            key={name}
            label={t(`map.${name}`)}
            choices={choices}
            value={header || NONE}
            onChange={(id) => changeTable(table, { options: withHeader(options, name, id === NONE ? '' : id) })}
          />
        );
      })}
      <Select
        label={t('data.zone')}
        choices={zones()}
        value={String(options.zoneMinutes)}
        onChange={(zone) => changeTable(table, { options: { ...options, zoneMinutes: Number(zone) } })}
      />
    </div>
  );
}

export function DraftTableCard({ table }: { table: DraftTable }) {
  const { report } = table.preview;
  return (
    <section className="draft-table" aria-label={table.name}>
      <div className="draft-head">
        <h3>{table.name}</h3>
        <Select
          label={t('data.kind')}
          labelHidden
          choices={kinds.map((kind) => ({ id: kind, name: t(`kind.${kind}`) }))}
          value={table.kind}
          onChange={(kind) => changeTable(table, { kind: kind as TableKind, options: { ...table.options, map: {} } })}
        />
        <Button
          look="quiet"
          icon="close"
          aria-label={t('data.remove', { name: table.name })}
          onPress={() => removeTable(table)}
        />
      </div>
      {report.partial && <p className="note">{t('data.partial', { rows: formatNumber(report.rows) })}</p>}
      <TableCounts report={report} />
      <Mapping table={table} />
      <IssueList report={report} />
      <FirstRows preview={table.preview} name={table.name} />
    </section>
  );
}
