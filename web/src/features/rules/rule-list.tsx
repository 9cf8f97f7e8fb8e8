import { t } from '../../i18n';
import type { Ruleset } from '../../ruleset/ruleset';
import { Sentence } from '../../ui/sentence';
import { RuleRow } from './rule-row';
import { type Section, sections } from './sections';
import { StageSentences } from './stage-sentences';

function Rules({ section, ruleset, locked }: { section: Section; ruleset: Ruleset; locked: boolean }) {
  if (section.rules.length === 0) return null;
  return (
    <ul className="rule-list">
      {section.rules.map(({ rule, index }) => (
        <RuleRow key={rule.id} rule={rule} index={index} ruleset={ruleset} locked={locked} />
      ))}
    </ul>
  );
}

/** `locked`: the text has faults, so the list shows the last rules without, and changes nothing. */
export function RuleList({ ruleset, locked }: { ruleset: Ruleset; locked: boolean }) {
  return (
    <div className="rule-sections">
      {sections(ruleset).map((score) => (
        <section key={score.id} className="card" aria-labelledby={`score-${score.id}`}>
          <div className="section-head">
            <h2 id={`score-${score.id}`}>{score.name}</h2>
            <p className="quiet-text">
              <Sentence text={score.notes} />
            </p>
          </div>
          {score.rules.length === 0 && score.groups.length === 0 && <p>{t('rules.none')}</p>}
          <Rules section={score} ruleset={ruleset} locked={locked} />
          {score.groups.map((group) => (
            <div key={group.id} className="rule-group">
              <div className="section-head">
                <h3>{group.name}</h3>
                <p className="quiet-text">
                  <Sentence text={group.notes} />
                </p>
              </div>
              <Rules section={group} ruleset={ruleset} locked={locked} />
            </div>
          ))}
        </section>
      ))}
      <StageSentences ruleset={ruleset} />
    </div>
  );
}
