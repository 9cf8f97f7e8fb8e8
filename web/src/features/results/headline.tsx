import { formatNumber, formatShare } from '../../format';
import { t } from '../../i18n';
import { countQualified, qualifiedStage } from '../../ruleset/qualified';
import { setAsOf, showLeads } from '../../state/actions';
import type { Result } from '../../state/app-state';
import { useApp } from '../../state/store';
import { settled } from '../../state/transitions';
import { Button } from '../../ui/button';
import { DateField } from '../../ui/date-field';
import { StrongPart } from '../../ui/sentence';
import { Term } from '../../ui/term';
import { EditEffect } from './edit-effect';
import { Updating } from './updating';

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

// The former figures stand back while new ones are on their way.
function Count({ result }: { result: Result }) {
  const shown = settled(result);
  const { numLeads } = result.figures;
  if (!shown) return <StrongPart text={t('results.scored_only', { number: formatNumber(numLeads) })} />;
  const from = qualifiedStage(shown.ruleset);
  const stages = (shown.ruleset.stages ?? []).map((_, stage) => stage).filter((stage) => stage >= from);
  const qualified = countQualified(shown.stages.nowCounts, from);
  const values = {
    count: qualified,
    number: formatNumber(qualified),
    leads: formatNumber(numLeads),
    share: formatShare(qualified, numLeads),
  };
  return (
    <button type="button" className="headline-link" onClick={() => showLeads({ stages })}>
      <StrongPart text={t('results.headline', values)} />
    </button>
  );
}

export function Headline({ result, updating }: { result: Result; updating: boolean }) {
  const { figures, ruleset } = result;
  const from = qualifiedStage(ruleset);
  const stage = ruleset.stages?.[from];
  if (!stage) {
    return (
      <div className="headline">
        <h1>
          <StrongPart text={t('results.scored_only', { number: formatNumber(figures.numLeads) })} />
        </h1>
        <p className="quiet-text">{t('results.no_stages')}</p>
      </div>
    );
  }
  return (
    <div className="headline">
      <h1 className={updating && settled(result) ? 'stale' : undefined} aria-busy={updating}>
        <Count result={result} />
      </h1>
      <div className="headline-notes">
        <div>
          {updating ? (
            <Updating />
          ) : (
            <p className="quiet-text">
              <Term id="mql">{t('results.qualified_means', { stage: stage.label ?? stage.id })}</Term>
            </p>
          )}
          <EditEffect />
        </div>
        <AsOf asOf={figures.asOf} />
      </div>
    </div>
  );
}
