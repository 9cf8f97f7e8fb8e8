import { formatDate, formatNumber } from '../../format';
import { t } from '../../i18n';
import type { AppState } from '../../state/app-state';
import { useApp } from '../../state/store';
import { HelpButton } from './help-button';

function statusWords({ result, working, faulty, loading }: AppState): string {
  if (loading) return t('status.loading');
  if (!result) return t(working ? 'status.working' : faulty ? 'status.unfit' : 'status.nothing');
  const status = t('status.scored', {
    leads: result.figures.numLeads,
    leadsNumber: formatNumber(result.figures.numLeads),
    events: result.numEvents,
    eventsNumber: formatNumber(result.numEvents),
    millis: formatNumber(Math.max(1, Math.round(result.millis))),
    asOf: formatDate(result.figures.asOf),
  });
  if (!result.stages) return t('status.updating', { status });
  return faulty ? t('status.faulty', { status }) : status;
}

export function StatusLine() {
  const status = useApp(statusWords);
  const working = useApp((state) => state.working);
  return (
    <footer className="status-line" data-working={working || undefined}>
      <p role="status">{status}</p>
      <span className="narrow-only">
        <HelpButton />
      </span>
    </footer>
  );
}
