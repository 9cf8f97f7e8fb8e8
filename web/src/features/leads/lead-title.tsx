import type { Explanation } from '../../engine/explanation';
import { DISQUALIFIED } from '../../engine/protocol';
import { formatDate, formatPoints } from '../../format';
import { t } from '../../i18n';
import { qualifiedStage } from '../../ruleset/qualified';
import type { Condition, Ruleset } from '../../ruleset/ruleset';
import { showLeads } from '../../state/actions';
import { nameOf } from './lead-name';
import { StageChip } from './stage-chip';
import { stageNow } from './why-text';

const NEAR = 5000;

// Leads whose every band is this lead's.
function sameBands({ scores }: Explanation): string {
  const all: Condition[] = scores.filter(({ band }) => band !== '').map(({ id, band }) => ({ band: id, in: [band] }));
  return JSON.stringify({ all });
}

export interface LeadTitleProps {
  explanation: Explanation;
  ruleset: Ruleset;
  asOf: number;
}

/** Who it is and where it stands; each figure opens the leads that share it. */
export function LeadTitle({ explanation, ruleset, asOf }: LeadTitleProps) {
  const { title, subtitle } = nameOf(explanation);
  const { total, grade, stage } = explanation;
  const index = (ruleset.stages ?? []).findIndex(({ id }) => id === stage);
  const place = stage === 'disqualified' ? DISQUALIFIED : index;
  const name = stageNow(ruleset, stage);
  const near = t('lead.near', { points: formatPoints(total) });
  const graded = t('lead.same_grade', { grade });
  const standing = t('lead.same_stage', { stage: name });
  return (
    <div className="lead-title">
      <h1>{title}</h1>
      <p className="quiet-text">{subtitle}</p>
      <p className="lead-total">
        <button
          type="button"
          className="figure"
          title={near}
          aria-label={`${formatPoints(total)} ${t('lead.points')}. ${near}`}
          onClick={() => showLeads({ totalFrom: total - NEAR, totalTo: total + NEAR + 1 })}
        >
          <strong>{formatPoints(total)}</strong> {t('lead.points')}
        </button>
        {grade && (
          <button
            type="button"
            className="figure"
            title={graded}
            aria-label={graded}
            onClick={() => showLeads({ where: sameBands(explanation) })}
          >
            <span className="grade">{grade}</span>
          </button>
        )}
        <button
          type="button"
          className="figure"
          title={standing}
          aria-label={standing}
          onClick={() => showLeads({ stages: [place] })}
        >
          <StageChip stage={place} name={name} qualifiedFrom={qualifiedStage(ruleset)} />
        </button>
        <span className="quiet-text">{t('lead.as_of', { date: formatDate(asOf) })}</span>
      </p>
    </div>
  );
}
