import { formatNumber, formatShare } from '../../format';
import { t } from '../../i18n';
import { setAsOf, showLeads } from '../../state/actions';
import type { Result } from '../../state/app-state';
import { useApp } from '../../state/store';
import { Button } from '../../ui/button';
import { DateField } from '../../ui/date-field';
import { StrongPart } from '../../ui/sentence';

const DAY = 86_400_000;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

function AsOf({ asOf }: { asOf: number }) {
  const chosen = useApp((state) => state.asOf);
  // A chosen day counts whole, so its last instant.
  const choose = (day: string) => day && setAsOf(Date.parse(day) + DAY - 1);
  return (
    <div className="as-of">
      <DateField label={t('results.as_of')} value={dayOf(asOf)} onChange={choose} />
      {chosen !== null && (
        <Button look="quiet" onPress={() => setAsOf(null)}>
          {t('results.newest')}
        </Button>
      )}
    </div>
  );
}

export function Headline({ result, qualified, from }: { result: Result; qualified: number; from: number }) {
  const { columns, ruleset } = result;
  const stages = (ruleset.stages ?? []).map((_, stage) => stage).filter((stage) => stage >= from);
  const values = {
    count: qualified,
    number: formatNumber(qualified),
    leads: formatNumber(columns.numLeads),
    share: formatShare(qualified, columns.numLeads),
  };
  if (from < 0) {
    return (
      <div className="headline">
        <h1>
          <StrongPart text={t('results.scored_only', { number: formatNumber(columns.numLeads) })} />
        </h1>
        <p className="quiet-text">{t('results.no_stages')}</p>
      </div>
    );
  }
  const stage = ruleset.stages?.[from];
  return (
    <div className="headline">
      <h1>
        <button type="button" className="headline-link" onClick={() => showLeads({ stages })}>
          <StrongPart text={t('results.headline', values)} />
        </button>
      </h1>
      <div className="headline-notes">
        <p className="quiet-text">{t('results.qualified_means', { stage: stage?.label ?? stage?.id ?? '' })}</p>
        <AsOf asOf={columns.asOf} />
      </div>
    </div>
  );
}
