import { useEffect, useRef } from 'react';
import { DISQUALIFIED, type Explanation } from '../../engine/protocol';
import { formatPoints } from '../../format';
import { t } from '../../i18n';
import { qualifiedStage } from '../../ruleset/qualified';
import type { Ruleset } from '../../ruleset/ruleset';
import { stageWords } from '../../ruleset/words';
import { go } from '../../state/route';
import { useApp } from '../../state/store';
import { Button } from '../../ui/button';
import { Term } from '../../ui/term';
import { LeadFields } from './lead-fields';
import { leadName } from './lead-name';
import { NextStage } from './next-stage';
import { ScoreLines } from './score-lines';
import { StageChip } from './stage-chip';
import { StageHistory } from './stage-history';
import { Timeline } from './timeline';

function Why({ explanation, ruleset }: { explanation: Explanation; ruleset: Ruleset }) {
  const field = (name: string) => explanation.fields.find((each) => each.name === name)?.value ?? '';
  const { title, subtitle } = leadName(explanation.id, field);
  const out = explanation.stage === 'disqualified';
  const stage = (ruleset.stages ?? []).findIndex(({ id }) => id === explanation.stage);
  const stageText = out
    ? t('stage.disqualified')
    : explanation.stage === ''
      ? t('stage.none')
      : stageWords(ruleset, explanation.stage);
  return (
    <>
      <div className="lead-title">
        <h1>{title}</h1>
        <p className="quiet-text">{subtitle}</p>
        <p className="lead-total">
          <strong>{formatPoints(explanation.total)}</strong> {t('lead.points')}
          {explanation.grade && (
            <Term id="grade">
              <span className="grade">{explanation.grade}</span>
            </Term>
          )}
          <StageChip stage={out ? DISQUALIFIED : stage} name={stageText} qualifiedFrom={qualifiedStage(ruleset)} />
        </p>
      </div>
      <NextStage explanation={explanation} ruleset={ruleset} />
      <ScoreLines explanation={explanation} ruleset={ruleset} />
      <StageHistory explanation={explanation} ruleset={ruleset} />
      <Timeline explanation={explanation} ruleset={ruleset} />
      <LeadFields explanation={explanation} />
    </>
  );
}

export function LeadPanel({ id, ruleset }: { id: string; ruleset: Ruleset }) {
  const lead = useApp((state) => state.lead);
  const panel = useRef<HTMLElement>(null);
  const explanation = lead?.id === id ? lead.explanation : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another lead begins at its top
  useEffect(() => {
    panel.current?.scrollTo(0, 0);
    panel.current?.focus({ preventScroll: true });
  }, [id]);
  return (
    <aside className="lead-panel" ref={panel} tabIndex={-1} aria-label={t('lead.why')}>
      <div className="panel-head">
        <Button look="quiet" icon="back" onPress={() => go('/leads')}>
          {t('lead.back')}
        </Button>
      </div>
      {explanation === null && <p className="loading">{t('page.loading')}</p>}
      {explanation === 'unknown' && <p className="empty">{t('lead.unknown', { id })}</p>}
      {explanation !== null && explanation !== 'unknown' && <Why explanation={explanation} ruleset={ruleset} />}
    </aside>
  );
}
