import { t } from '../../i18n';
import { addEntry, namesIn } from '../../ruleset/list-changes';
import { freeId, type Home, moveRule } from '../../ruleset/rule-changes';
import { ruleTitle } from '../../ruleset/rule-sentence';
import type { Ruleset } from '../../ruleset/ruleset';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { AddRule } from './add-rule';
import { DragProvider, type DropPlace, useDropSection } from './drag';
import { FormOf, FormsProvider, OpenButton, useForms } from './open-form';
import { RuleRow } from './rule-row';
import { SectionHead } from './section-head';
import { type ScoreSection, type Section, sections } from './sections';
import { useShownRule } from './show-rule';
import { StageCards } from './stage-cards';

function Rules({ section, home }: { section: Section; home: Home }) {
  const drop = useDropSection(home);
  const { rules } = section;
  return (
    <div className="rule-section" {...drop}>
      {rules.length > 0 && (
        <ul className="rule-list">
          {rules.map(({ rule, index }, place) => (
            <RuleRow key={rule.id} rule={rule} index={index} next={rules[place + 1]?.rule.id ?? null} />
          ))}
        </ul>
      )}
      <AddRule home={home} />
    </div>
  );
}

function ScoreCard({ score }: { score: ScoreSection }) {
  return (
    <section className="card" aria-labelledby={`score-${score.id}`}>
      <SectionHead kind="score" section={score} />
      {score.rules.length === 0 && score.groups.length === 0 && <p className="quiet-text">{t('rules.none')}</p>}
      <Rules section={score} home={{ score: score.id }} />
      {score.groups.map((group) => (
        <div key={group.id} className="rule-group">
          <SectionHead kind="group" section={group} />
          <Rules section={group} home={{ group: group.id }} />
        </div>
      ))}
    </section>
  );
}

// Name and description stand above the list; here they are changed.
function About() {
  return (
    <div className="about">
      <OpenButton kind="about" name="">
        <Icon name="edit" /> {t('rules.edit_about')}
      </OpenButton>
      <FormOf kind="about" name="" />
    </div>
  );
}

function Sections() {
  const { ruleset, locked, act, setOpen } = useForms();
  const move = (id: string, { home, before }: DropPlace) => {
    const rule = ruleset.rules.find((each) => each.id === id);
    if (!rule) return;
    act({ kind: 'rule', name: id }, moveRule(id, home, before), {
      key: 'step.moved',
      values: { rule: ruleTitle(rule) },
    });
  };
  const addScore = async () => {
    const name = freeId('score', namesIn(ruleset, 'scores'));
    const label = t('rules.new_score');
    const step = { key: 'step.added', values: { rule: label } } as const;
    if (await act({ kind: 'about', name: '' }, addEntry('scores', name, { label }), step))
      setOpen({ kind: 'score', name, fresh: true });
  };
  return (
    <DragProvider onMove={move}>
      <div className="rule-sections">
        <About />
        {sections(ruleset).map((score) => (
          <ScoreCard key={score.id} score={score} />
        ))}
        <div>
          <Button icon="add" isDisabled={locked} onPress={addScore}>
            {t('rules.add_score')}
          </Button>
        </div>
        <StageCards />
      </div>
    </DragProvider>
  );
}

/** `locked`: the text has faults, so the list shows the last rules without, and changes nothing. */
export function RuleList({ ruleset, locked }: { ruleset: Ruleset; locked: boolean }) {
  useShownRule();
  return (
    <FormsProvider ruleset={ruleset} locked={locked}>
      <Sections />
    </FormsProvider>
  );
}
