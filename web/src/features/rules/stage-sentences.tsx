import { t } from '../../i18n';
import { conditionSentence } from '../../ruleset/condition-sentence';
import type { Ruleset } from '../../ruleset/ruleset';
import { humanize } from '../../ruleset/words';
import { Sentence } from '../../ui/sentence';

/** Stages, named scenarios and disqualification, in sentences. */
export function StageSentences({ ruleset }: { ruleset: Ruleset }) {
  const { stages = [], disqualify = [], scenarios = {} } = ruleset;
  const named = Object.entries(scenarios);
  return (
    <section className="card" aria-labelledby="stages-title">
      <div className="section-head">
        <h2 id="stages-title">{t('rules.stages')}</h2>
        <p className="quiet-text">{t('rules.stages_hint')}</p>
      </div>
      <dl className="stage-sentences">
        {stages.map((stage) => (
          <div key={stage.id}>
            <dt>{stage.label ?? stage.id}</dt>
            <dd>
              <Sentence text={t('rules.enter', { condition: conditionSentence(ruleset, stage.enter) })} />
            </dd>
            {stage.leave && (
              <dd>
                <Sentence text={t('rules.leave', { condition: conditionSentence(ruleset, stage.leave) })} />
              </dd>
            )}
          </div>
        ))}
        {named.map(([id, condition]) => (
          <div key={`scenario ${id}`}>
            <dt>{humanize(id)}</dt>
            <dd>
              <Sentence text={t('rules.scenario', { condition: conditionSentence(ruleset, condition) })} />
            </dd>
          </div>
        ))}
        {disqualify.map(({ reason, when }) => (
          <div key={`reason ${reason}`}>
            <dt>{t('rules.disqualified')}</dt>
            <dd>
              <Sentence text={t('rules.because', { reason, condition: conditionSentence(ruleset, when) })} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
