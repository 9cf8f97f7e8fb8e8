import { useState } from 'react';
import { asCsv } from '../../../charts/chart-table';
import { formatNumber } from '../../../format';
import { t } from '../../../i18n';
import { languageNow } from '../../../i18n/language';
import { fail } from '../../../state/actions';
import { save } from '../../../state/download';
import { Button } from '../../../ui/button';
import { Checkbox } from '../../../ui/checkbox';
import { Menu } from '../../../ui/menu';
import { RadioGroup } from '../../../ui/radio-group';
import { byteOrderMark } from '../../export/encode';
import { ScopeBar } from '../../scope';
import { gather, type ListName, lists, type Order } from './gather';
import { type Form, forms, type Sheets } from './paper';
import { queueTable } from './queue-table';

const EVERY = Number.MAX_SAFE_INTEGER;
const MOST_ON_PAPER = 100;

/** Spreadsheets of all our languages but English part cells by semicolons. */
async function saveList(order: Order): Promise<void> {
  const table = queueTable(await gather(order, EVERY), order);
  const text = asCsv(table, languageNow() === 'en' ? ',' : ';');
  save('call-list.csv', 'text/csv;charset=utf-8', new Blob([byteOrderMark('utf-8-bom'), text]));
}

export interface QueueToolsProps {
  order: Order;
  /** How many each list has. */
  counts: Record<ListName, number>;
  onList: (list: ListName) => void;
  onHidden: (hidden: boolean) => void;
  onPaper: (sheets: Sheets) => void;
}

/** What can be done with the whole list, and how. */
export function QueueTools({ order, counts, onList, onHidden, onPaper }: QueueToolsProps) {
  const [busy, setBusy] = useState(false);
  const run = (work: () => Promise<void>) => {
    setBusy(true);
    work()
      .catch(fail)
      .finally(() => setBusy(false));
  };
  const print = (form: Form) => run(async () => onPaper({ form, order, rows: await gather(order, MOST_ON_PAPER) }));
  return (
    <div className="queue-tools">
      <RadioGroup
        label={t('sales.lists')}
        choices={lists.map((id) => ({ id, name: t(`sales.list.${id}`, { number: formatNumber(counts[id]) }) }))}
        value={order.list}
        onChange={(id) => onList(id === 'anonymous' ? id : 'contactable')}
      />
      <ScopeBar ruleset={order.result.ruleset} />
      <Checkbox label={t('report.hide_names')} checked={order.hidden} onChange={onHidden} />
      <div className="actions">
        <Button icon="download" isDisabled={busy} onPress={() => run(() => saveList(order))}>
          {t('sales.save_list')}
        </Button>
        <Menu
          label={t('report.print')}
          icon="print"
          look="plain"
          disabled={busy}
          parts={[{ id: 'forms', choices: forms.map((id) => ({ id, name: t(`sales.print.${id}`) })) }]}
          onChoose={(id) => print(id === 'cards' ? 'cards' : 'list')}
        />
      </div>
    </div>
  );
}
