import { formatDate, formatNumber } from '../../format';
import { t } from '../../i18n';
import type { AppState } from '../../state/app-state';
import { useApp } from '../../state/store';

function statusWords({ result, working, faulty }: AppState): string {
  if (!result) return t(working ? 'status.working' : faulty ? 'status.unfit' : 'status.nothing');
  const status = t('status.scored', {
    leads: result.columns.numLeads,
    leadsNumber: formatNumber(result.columns.numLeads),
    events: result.numEvents,
    eventsNumber: formatNumber(result.numEvents),
    millis: formatNumber(Math.max(1, Math.round(result.millis))),
    asOf: formatDate(result.columns.asOf),
  });
  return faulty ? t('status.faulty', { status }) : status;
}

export function StatusLine() {
  const status = useApp(statusWords);
  const working = useApp((state) => state.working);
  return (
    <footer className="status-line" data-working={working || undefined}>
      <p role="status">{status}</p>
    </footer>
  );
}
