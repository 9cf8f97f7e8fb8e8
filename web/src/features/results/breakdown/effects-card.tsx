import { useState } from 'react';
import { ChartCard } from '../../../charts/chart-card';
import { formatNumber } from '../../../format';
import { t } from '../../../i18n';
import type { Result } from '../../../state/app-state';
import { useEffects, useFormerEffects } from '../../../state/effects';
import { Button } from '../../../ui/button';
import { GainedBy, LeadsOfRule, LostBy } from '../../shell/crossing-leads';
import { effectsTable, type RuleEffect, ruleEffects } from './effects';

const FEW = 8;

/** Bars from the middle: to the right what a rule brings in, to the left what it keeps out. */
function EffectBar({ effect, most }: { effect: RuleEffect; most: number }) {
  const { gained = 0, lost = 0 } = effect.crossing ?? {};
  const percent = (leads: number) => (50 * leads) / most;
  return (
    <svg className="effect-bar" height="14" width="100%" aria-hidden="true">
      <rect className="lost" x={`${50 - percent(lost)}%`} width={`${percent(lost)}%`} y="1" height="12" rx="2" />
      <rect className="gained" x="50%" width={`${percent(gained)}%`} y="1" height="12" rx="2" />
      <line x1="50%" x2="50%" y2="14" />
    </svg>
  );
}

function EffectCells({ effect, most }: { effect: RuleEffect; most: number }) {
  const { crossing } = effect;
  if (!crossing) {
    return (
      <td colSpan={3}>
        <span className="skeleton effect-waiting">{t('effect.counting_rule')}</span>
      </td>
    );
  }
  return (
    <>
      <td className="effect-bar-cell">
        <EffectBar effect={effect} most={most} />
      </td>
      <td>
        <GainedBy rule={effect.title} crossing={crossing} />
      </td>
      <td>
        <LostBy rule={effect.title} crossing={crossing} />
      </td>
    </>
  );
}

function EffectTable({ effects, staged }: { effects: RuleEffect[]; staged: boolean }) {
  const most = Math.max(1, ...effects.map(({ crossing }) => Math.max(crossing?.gained ?? 0, crossing?.lost ?? 0)));
  return (
    <table className="effects">
      <thead>
        <tr>
          <th scope="col">{t('effect.rule')}</th>
          <th scope="col">{t('chart.leads')}</th>
          {staged && (
            <>
              <td className="effect-bar-cell" />
              <th scope="col">{t('effect.gained')}</th>
              <th scope="col">{t('effect.lost')}</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {effects.map((effect) => (
          <tr key={effect.id} className={effect.former && effect.crossing ? 'stale' : undefined}>
            <th scope="row">{effect.title}</th>
            <td>
              <LeadsOfRule id={effect.id} title={effect.title} leads={effect.leads}>
                {formatNumber(effect.leads)}
              </LeadsOfRule>
            </td>
            {staged && <EffectCells effect={effect} most={most} />}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function summary(effects: RuleEffect[], staged: boolean): string {
  const [first] = effects;
  if (!first) return t('effect.no_rules');
  if (!staged) return t('results.no_stages');
  const counted = effects.filter(({ former }) => !former).length;
  if (counted < effects.length) return t('effect.counted', { counted, count: effects.length });
  const { gained = 0, lost = 0 } = first.crossing ?? {};
  if (gained + lost === 0) return t('effect.none_moves');
  return t('effect.summary', { rule: first.title, gained: formatNumber(gained), lost: formatNumber(lost) });
}

/** What each rule adds to the qualified leads and takes from them. */
export function EffectsCard({ result, updating }: { result: Result; updating: boolean }) {
  const [all, setAll] = useState(false);
  const effects = ruleEffects(result, useEffects(), useFormerEffects());
  const staged = (result.ruleset.stages ?? []).length > 0;
  return (
    <ChartCard
      title={t('effect.title')}
      summary={summary(effects, staged)}
      asOf={result.figures.asOf}
      table={effectsTable(effects, staged)}
      stale={updating}
      notes={
        effects.length > FEW && (
          <Button look="quiet" aria-expanded={all} onPress={() => setAll(!all)}>
            {all ? t('effect.fewer') : t('effect.all', { count: effects.length })}
          </Button>
        )
      }
    >
      <EffectTable effects={all ? effects : effects.slice(0, FEW)} staged={staged} />
    </ChartCard>
  );
}
