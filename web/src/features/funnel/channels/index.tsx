import type { Model, Requests } from '../../../engine/reports';
import { models } from '../../../engine/reports';
import { t } from '../../../i18n';
import { stageOfRole } from '../../../ruleset/roles';
import type { Result } from '../../../state/app-state';
import { useReport } from '../../../state/reports';
import { periodOf, useScope } from '../../../state/scope';
import { type Choice, Select } from '../../../ui/select';
import { ScopeBar } from '../../scope';
import { AnswerCard } from './answer-card';
import { ChannelTable } from './channel-table';
import * as choices from './choice';
import { CostCard } from './cost-card';
import { ModelsCard } from './models-card';
import { RateCard } from './rate-card';
import './style.css';

interface PickProps<Id extends string> {
  label: string;
  ids: readonly Id[];
  name: (id: Id) => string;
  value: Id;
  onChange: (id: Id) => void;
}

function Pick<Id extends string>({ label, ids, name, value, onChange }: PickProps<Id>) {
  const offered = ids.map((id): Choice => ({ id, name: name(id) }));
  return <Select label={label} choices={offered} value={value} onChange={(id) => onChange(id as Id)} />;
}

interface ChoicesProps {
  choice: choices.Choice;
  aims: choices.Aim[];
  halfLifeDays: number;
}

function Choices({ choice: { by, aim, model }, aims, halfLifeDays }: ChoicesProps) {
  return (
    <section className="channel-choices" aria-label={t('channels.choices')}>
      <Pick
        label={t('channels.by')}
        ids={choices.groupings}
        name={(id) => t(`channels.by.${id}`)}
        value={by}
        onChange={(id) => choices.setChoice({ by: id })}
      />
      <Pick
        label={t('channels.aim')}
        ids={aims}
        name={(id) => t(`channels.aim.${id}`)}
        value={aim}
        onChange={(id) => choices.setChoice({ aim: id })}
      />
      <Pick<Model>
        label={t('channels.model')}
        ids={models}
        name={(id) => t(`channels.model.${id}`)}
        value={model}
        onChange={(id) => choices.setChoice({ model: id })}
      />
      <p className="quiet-text">{t(`channels.about.${model}`, { days: halfLifeDays })}</p>
    </section>
  );
}

/** What channels, campaigns or contents brought and what they cost: where the next money should go. */
export function Channels({ result: { ruleset, figures } }: { result: Result }) {
  const scope = useScope();
  const chosen = choices.useChoice();
  const aims = choices.aimsOf(ruleset);
  const aim = aims.includes(chosen.aim) ? chosen.aim : 'customer';
  const choice = { ...chosen, aim };
  const conversion = ruleset.stages?.[stageOfRole(ruleset, aim)]?.id ?? '';
  const period = periodOf(scope, figures.asOf);
  const request: Requests['channels'] = { report: 'channels', period, by: choice.by, conversion };
  const { report, stale } = useReport(request, scope.query);
  if (aims.length === 0) return <p className="empty">{t('results.no_stages')}</p>;
  // The former answer is of another grouping: its rows are not of this choice.
  const shown = report && { report, choice: { ...choice, by: report.request.by }, stale };
  return (
    <div className="channels">
      <ScopeBar ruleset={ruleset} period />
      <Choices choice={choice} aims={aims} halfLifeDays={report?.answer.halfLifeDays ?? 7} />
      {shown ? (
        <>
          <AnswerCard {...shown} />
          <div className="channel-charts">
            <CostCard {...shown} />
            <RateCard {...shown} />
          </div>
          <ChannelTable {...shown} />
          <ModelsCard {...shown} />
        </>
      ) : (
        <div className="card skeleton tall" />
      )}
    </div>
  );
}
