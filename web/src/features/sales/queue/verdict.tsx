import { useState } from 'react';
import type { Instant, LeadQuery } from '../../../engine/protocol';
import { formatNumber } from '../../../format';
import { t } from '../../../i18n';
import { fail } from '../../../state/actions';
import type { MarkType } from '../../../state/marks';
import { ask } from '../../../state/reports';
import { Button } from '../../../ui/button';
import { ComboBox, type Suggestion } from '../../../ui/combo-box';
import { DateField } from '../../../ui/date-field';
import { Popover } from '../../../ui/popover';
import { dayText } from './dates';

const COMMON = ['no_need', 'no_budget', 'not_now', 'wrong_person', 'no_answer'] as const;

// Those of the data, the commonest first, then common ones.
async function reasonsKnown(query: LeadQuery): Promise<Suggestion[]> {
  const period = { from: null, until: null };
  const { groups } = await ask({ report: 'stages', period, by: null }, query);
  const known = (groups[0]?.rejected ?? []).filter(({ reason }) => reason !== '');
  const common = COMMON.map((id) => t(`sales.reason.${id}`)).filter(
    (value) => !known.some(({ reason }) => reason === value),
  );
  return [
    ...known.map(({ reason, leads }) => ({ value: reason, note: formatNumber(leads) })),
    ...common.map((value) => ({ value })),
  ];
}

interface RejectProps {
  query: LeadQuery;
  onReject: (reason: string) => void;
}

function Reject({ query, onReject }: RejectProps) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [reasons, setReasons] = useState<Suggestion[]>([]);
  const show = (next: boolean) => {
    setOpen(next);
    setReason('');
    if (next) reasonsKnown(query).then(setReasons, fail);
  };
  return (
    <Popover
      label={t('sales.reject')}
      trigger={<Button icon="close">{t('sales.reject')}</Button>}
      open={open}
      onOpen={show}
    >
      <ComboBox label={t('sales.reject.why')} value={reason} suggestions={reasons} optional onChange={setReason} />
      <p className="quiet-text">{t('sales.reject.hint')}</p>
      <div className="actions">
        <Button
          look="primary"
          onPress={() => {
            show(false);
            onReject(reason);
          }}
        >
          {t('sales.reject')}
        </Button>
        <Button onPress={() => show(false)}>{t('sales.reject.cancel')}</Button>
      </div>
    </Popover>
  );
}

export interface Said {
  type: MarkType;
  reason: string;
  /** "2026-10-31" */
  day: string;
}

export interface VerdictProps {
  /** Whose reasons are offered. */
  query: LeadQuery;
  asOf: Instant;
  onMark: (said: Said) => void;
}

// For the next lead too, until the page is closed; null: the day of the result.
let chosenDay: string | null = null;

/** What sales says of the lead, and on which day. */
export function Verdict({ query, asOf, onMark }: VerdictProps) {
  const [day, setDay] = useState(chosenDay ?? dayText(asOf));
  const say = (type: MarkType, reason = '') => onMark({ type, reason, day });
  const later = Date.parse(day) > Date.parse(dayText(asOf));
  return (
    <div className="verdict">
      <div className="actions">
        <Button look="primary" icon="check" onPress={() => say('sales_accepted')}>
          {t('sales.accept')}
        </Button>
        <Reject query={query} onReject={(reason) => say('sales_rejected', reason)} />
        <Button icon="back" onPress={() => say('sent_to_nurture')}>
          {t('sales.to_nurture')}
        </Button>
      </div>
      <DateField
        label={t('sales.day')}
        value={day}
        onChange={(next) => {
          chosenDay = next === dayText(asOf) ? null : next;
          setDay(next);
        }}
      />
      {later && <p className="note warn">{t('sales.day.later')}</p>}
    </div>
  );
}
