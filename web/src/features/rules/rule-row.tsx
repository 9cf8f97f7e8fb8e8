import { memo } from 'react';
import { t } from '../../i18n';
import {
  deleteRule,
  duplicateRule,
  freeId,
  type Home,
  homeOf,
  moveRule,
  neighbours,
  sameHome,
} from '../../ruleset/rule-changes';
import { type RulePoints, rulePoints, ruleSentence, ruleTitle } from '../../ruleset/rule-sentence';
import { same } from '../../ruleset/same';
import { plainText } from '../../ruleset/words';
import { changePoints, switchRule } from '../../state/actions';
import type { Step } from '../../state/app-state';
import { Icon } from '../../ui/icon';
import { Menu } from '../../ui/menu';
import { NumberField } from '../../ui/number-field';
import { Sentence } from '../../ui/sentence';
import { Switch } from '../../ui/switch';
import { useDragHandle, useDropRow } from './drag';
import { FormOf, type Open, OpenButton, useForms } from './open-form';
import { RuleWorth } from './rule-worth';
import { homes, type IndexedRule } from './sections';

const TO = 'to:';

function RuleMenu({ rule, index }: IndexedRule) {
  const { ruleset, locked, setOpen, act } = useForms();
  const of: Open = { kind: 'rule', name: rule.id };
  const title = ruleTitle(rule);
  const { up, down, last } = neighbours(ruleset, rule);
  const others = homes(ruleset).filter(({ home }) => !sameHome(home, homeOf(rule)));
  const step = (key: Step['key']): Step => ({ key, values: { rule: title } });
  const move = (home: Home, before: string | null) => act(of, moveRule(rule.id, home, before), step('step.moved'));
  const choose = (id: string) => {
    if (id === 'edit') setOpen(of);
    else if (id === 'up') move(homeOf(rule), up);
    else if (id === 'down') move(homeOf(rule), down);
    else if (id === 'duplicate') {
      const copy = freeId(
        rule.id,
        ruleset.rules.map((each) => each.id),
      );
      act(of, duplicateRule(rule.id), step('step.duplicated')).then(
        (done) => done && setOpen({ kind: 'rule', name: copy }),
      );
    } else if (id === 'switch') switchRule(rule, index, rule.enabled === false);
    else if (id === 'delete') act(of, deleteRule(rule.id), step('step.deleted'));
    else {
      const home = others[Number(id.slice(TO.length))]?.home;
      if (home) move(home, null);
    }
  };
  return (
    <Menu
      label={t('rules.menu_of', { name: title })}
      icon="more"
      iconOnly
      disabled={locked}
      parts={[
        { id: 'open', choices: [{ id: 'edit', name: t('rules.edit') }] },
        {
          id: 'move',
          title: t('rules.move'),
          choices: [
            { id: 'up', name: t('form.up'), disabled: up === null },
            { id: 'down', name: t('form.down'), disabled: last },
            ...others.map(({ name }, place) => ({ id: `${TO}${place}`, name: t('rules.move_to', { place: name }) })),
          ],
        },
        {
          id: 'rest',
          choices: [
            { id: 'duplicate', name: t('form.duplicate') },
            { id: 'switch', name: t(rule.enabled === false ? 'rules.turn_on' : 'rules.turn_off') },
            { id: 'delete', name: t('form.delete') },
          ],
        },
      ]}
      onChoose={choose}
    />
  );
}

interface PointsProps {
  index: number;
  title: string;
  points: RulePoints[];
  locked: boolean;
}

// Number fields cost most of a row, and an edit leaves those of nearly all rows as they are.
const Points = memo(({ index, title, points, locked }: PointsProps) => {
  return (
    <ul className={points.length > 1 ? 'rule-points several' : 'rule-points'}>
      {points.map((each) => (
        <li key={each.path}>
          {each.label && (
            <span className="points-label">
              <Sentence text={each.label} />
            </span>
          )}
          <NumberField
            label={t('rules.points_of', { rule: title, part: plainText(each.label) })}
            value={each.points}
            disabled={locked}
            onChange={(value) => changePoints(index, each.path, value)}
          />
        </li>
      ))}
    </ul>
  );
}, same);

interface RuleRowProps extends IndexedRule {
  /** The rule below it, of the same score or group. */
  next: string | null;
}

export function RuleRow({ rule, index, next }: RuleRowProps) {
  const { ruleset, locked } = useForms();
  const handle = useDragHandle(rule.id);
  const drop = useDropRow(homeOf(rule), rule.id, next);
  const title = ruleTitle(rule);
  const points = rulePoints(rule, index);
  const enabled = rule.enabled !== false;
  return (
    <li className="rule" data-off={!enabled || undefined} data-rule={rule.id} {...drop}>
      <span className="drag-handle" aria-hidden="true" {...(!locked && handle)}>
        <Icon name="handle" />
      </span>
      <Switch
        label={t('rules.on', { rule: title })}
        selected={enabled}
        disabled={locked}
        onChange={(on) => switchRule(rule, index, on)}
      />
      <div className="rule-words">
        <OpenButton kind="rule" name={rule.id}>
          {rule.label && <span className="rule-label">{rule.label}</span>}
          <span className="rule-sentence">
            <Sentence text={ruleSentence(ruleset, rule)} />
          </span>
        </OpenButton>
        {rule.why && <p className="why">{rule.why}</p>}
      </div>
      <Points index={index} title={title} points={points} locked={locked} />
      <RuleWorth id={rule.id} title={title} enabled={enabled} />
      <RuleMenu rule={rule} index={index} />
      <FormOf kind="rule" name={rule.id} />
    </li>
  );
}
