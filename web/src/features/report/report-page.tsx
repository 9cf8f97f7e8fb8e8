import type { Explanation } from '../../engine/explanation';
import { formatDate, formatNumber, formatPointsShort, formatShare } from '../../format';
import { t } from '../../i18n';
import { conditionSentence } from '../../ruleset/condition-sentence';
import { countQualified, qualifiedStage, totalThreshold } from '../../ruleset/qualified';
import { ruleSentence } from '../../ruleset/rule-sentence';
import type { Ruleset } from '../../ruleset/ruleset';
import type { AppState, SettledResult } from '../../state/app-state';
import { useEffects, useFormerEffects } from '../../state/effects';
import { useApp } from '../../state/store';
import { Sentence, StrongPart } from '../../ui/sentence';
import { nameOf } from '../leads/lead-name';
import { stageNow } from '../leads/why-text';
import { ruleEffects } from '../results/breakdown/effects';
import { dataWords } from '../shell/header';
import type { ReportFacts } from './facts';
import { reasonWords } from './reasons';

const TOP_RULES = 6;

function Headline({ result: { ruleset, figures, stages } }: { result: SettledResult }) {
  const from = qualifiedStage(ruleset);
  const stage = ruleset.stages?.[from];
  if (!stage) {
    return (
      <p className="doc-headline">
        <StrongPart text={t('results.scored_only', { number: formatNumber(figures.numLeads) })} />
      </p>
    );
  }
  const qualified = countQualified(stages.nowCounts, from);
  const values = {
    count: qualified,
    number: formatNumber(qualified),
    leads: formatNumber(figures.numLeads),
    share: formatShare(qualified, figures.numLeads),
  };
  const name = stage.label ?? stage.id;
  const threshold = totalThreshold(ruleset, stage.enter, '');
  return (
    <>
      <p className="doc-headline">
        <StrongPart text={t('results.headline', values)} />
      </p>
      <p>
        {threshold
          ? t('report.threshold', { stage: name, points: formatNumber(threshold.points) })
          : t('results.qualified_means', { stage: name })}{' '}
        <Sentence text={t('rules.enter', { condition: conditionSentence(ruleset, stage.enter) })} />
      </p>
    </>
  );
}

function FunnelTable({ result: { ruleset, figures, stages } }: { result: SettledResult }) {
  return (
    <section>
      <h2>{t('funnel.title')}</h2>
      <table className="doc-funnel">
        <thead>
          <tr>
            <th scope="col">{t('leads.stage')}</th>
            <td className="doc-bar" />
            <th scope="col">{t('funnel.reached')}</th>
            <th scope="col">{t('funnel.stands_now')}</th>
          </tr>
        </thead>
        <tbody>
          {(ruleset.stages ?? []).map(({ id, label }, index) => {
            const reached = stages.reachedCounts[index] ?? 0;
            const share = figures.numLeads === 0 ? 0 : reached / figures.numLeads;
            return (
              <tr key={id}>
                <th scope="row">{label ?? id}</th>
                <td className="doc-bar">
                  <svg width="100%" height="8" aria-hidden="true">
                    <rect width={`${100 * share}%`} height="8" />
                  </svg>
                </td>
                <td>{formatNumber(reached)}</td>
                <td>{formatNumber(stages.nowCounts[index] ?? 0)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function qualityOf({ data, cellIssues }: Pick<AppState, 'data' | 'cellIssues'>, noEvents: number): [string, number][] {
  if (!data) return [];
  const { leads, events } = data;
  return [
    [t('report.leads'), data.numLeads],
    [t('report.events'), data.numEvents],
    [t('report.left_out'), leads.leftOut + (events?.leftOut ?? 0)],
    [t('counts.duplicates'), leads.duplicates],
    [t('report.orphans'), data.orphans],
    [t('report.no_events'), noEvents],
    [t('report.cells'), (cellIssues?.counts ?? []).reduce((sum, { count }) => sum + count, 0)],
  ];
}

function Quality({ noEvents }: { noEvents: number }) {
  const data = useApp((state) => state.data);
  const cellIssues = useApp((state) => state.cellIssues);
  const rows = qualityOf({ data, cellIssues }, noEvents);
  return (
    <section>
      <h2>{t('report.quality')}</h2>
      <table>
        <tbody>
          {rows.map(([name, count]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{formatNumber(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function TopRules({ result }: { result: SettledResult }) {
  const { ruleset } = result;
  const effects = ruleEffects(result, useEffects(), useFormerEffects()).slice(0, TOP_RULES);
  const staged = (ruleset.stages ?? []).length > 0;
  return (
    <section>
      <h2>{t('report.top_rules')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('effect.rule')}</th>
            <th scope="col">{t('chart.leads')}</th>
            {staged && (
              <>
                <th scope="col">{t('effect.gained')}</th>
                <th scope="col">{t('effect.lost')}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {effects.map(({ id, title, leads, crossing }) => {
            const rule = ruleset.rules.find((each) => each.id === id);
            return (
              <tr key={id}>
                <th scope="row">
                  <b>{title}</b>
                  {rule && (
                    <span className="doc-more">
                      <Sentence text={ruleSentence(ruleset, rule)} />
                    </span>
                  )}
                </th>
                <td>{formatNumber(leads)}</td>
                {staged && (
                  <>
                    <td>{crossing ? formatNumber(crossing.gained) : t('table.waiting')}</td>
                    <td>{crossing ? formatNumber(crossing.lost) : t('table.waiting')}</td>
                  </>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

interface ExamplesProps {
  ruleset: Ruleset;
  examples: Explanation[];
  hidden: boolean;
}

function Examples({ ruleset, examples, hidden }: ExamplesProps) {
  return (
    <section>
      <h2>{t('report.examples', { count: examples.length })}</h2>
      <table className="doc-examples">
        <thead>
          <tr>
            <th scope="col">{t('leads.lead')}</th>
            <th scope="col">{t('leads.total')}</th>
            <th scope="col" className="doc-words">
              {t('leads.stage')}
            </th>
            <th scope="col" className="doc-words">
              {t('lead.why')}
            </th>
          </tr>
        </thead>
        <tbody>
          {examples.map((explanation, index) => (
            <tr key={explanation.id}>
              <th scope="row">
                {hidden ? t('report.lead_number', { number: formatNumber(index + 1) }) : nameOf(explanation).title}
              </th>
              <td>{[formatPointsShort(explanation.total), explanation.grade].filter(Boolean).join(' · ')}</td>
              <td className="doc-words">{stageNow(ruleset, explanation.stage)}</td>
              <td className="doc-words">{reasonWords(ruleset, explanation)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** One page for paper: what was found, by which rules, of what data. */
export function ReportPage({ facts, hidden }: { facts: ReportFacts; hidden: boolean }) {
  const { result, examples, quiet, fingerprint } = facts;
  const { ruleset, figures } = result;
  const data = useApp(dataWords);
  return (
    <article className="document one-page">
      <header>
        <h1>{ruleset.name || t('page.name')}</h1>
        <p>{t('report.of', { data, asOf: formatDate(figures.asOf) })}</p>
      </header>
      <Headline result={result} />
      <div className="doc-columns">
        {(ruleset.stages ?? []).length > 0 && <FunnelTable result={result} />}
        <Quality noEvents={quiet.noEvents} />
      </div>
      <TopRules result={result} />
      <Examples ruleset={ruleset} examples={examples} hidden={hidden} />
      <footer>
        {fingerprint && <span>{t('report.fingerprint', { fingerprint })}</span>}
        <span>{t('report.made', { date: formatDate(Date.now()) })}</span>
      </footer>
    </article>
  );
}
