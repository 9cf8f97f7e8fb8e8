import { type KeyboardEvent, useEffect, useRef } from 'react';
import { t } from '../../i18n';
import { stepLead } from '../../state/actions';
import type { Result } from '../../state/app-state';
import { useApp } from '../../state/store';
import { LeadFields } from './lead-fields';
import { LeadTitle } from './lead-title';
import { NextStage } from './next-stage';
import { PanelHead } from './panel-head';
import { ScoreLines } from './score-lines';
import { ScoreOverTime } from './score-over-time';
import { StageHistory } from './stage-history';
import { Timeline } from './timeline';
import { whyText } from './why-text';

const KEYS: Record<string, number> = { j: 1, k: -1 };

export function LeadPanel({ id, result }: { id: string; result: Result }) {
  const lead = useApp((state) => state.lead);
  const panel = useRef<HTMLElement>(null);
  const open = lead?.id === id ? lead : null;
  const explanation = open?.explanation ?? null;
  const outlook = open?.outlook ?? null;
  const { ruleset, figures } = result;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another lead begins at its top
  useEffect(() => {
    panel.current?.scrollTo(0, 0);
    panel.current?.focus({ preventScroll: true });
  }, [id]);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = KEYS[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    stepLead(by);
  };
  const known = explanation !== null && explanation !== 'unknown' ? explanation : null;
  const asOf = figures.asOf;
  const text = known && (() => whyText({ explanation: known, remedies: outlook?.remedies ?? [], ruleset, asOf }));
  return (
    <aside className="lead-panel" ref={panel} tabIndex={-1} aria-label={t('lead.why')} onKeyDown={onKeyDown}>
      <PanelHead id={id} text={text} />
      {explanation === null && <div className="skeleton tall" aria-busy="true" />}
      {explanation === 'unknown' && <p className="empty">{t('lead.unknown', { id })}</p>}
      {known && (
        <>
          <LeadTitle explanation={known} ruleset={ruleset} asOf={asOf} />
          <NextStage explanation={known} remedies={outlook?.remedies ?? null} ruleset={ruleset} />
          <ScoreLines explanation={known} ruleset={ruleset} />
          {outlook && <ScoreOverTime curve={outlook.curve} explanation={known} ruleset={ruleset} />}
          <StageHistory explanation={known} ruleset={ruleset} />
          <Timeline explanation={known} ruleset={ruleset} />
          <LeadFields explanation={known} ruleset={ruleset} />
        </>
      )}
    </aside>
  );
}
