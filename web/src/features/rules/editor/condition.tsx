import type { ReactNode } from 'react';
import { t } from '../../../i18n';
import { moved } from '../../../ruleset/list-changes';
import {
  type Combination,
  type CombinationKind,
  type ConditionKind,
  closeCombination,
  conditionKind,
  isCombination,
  openCombination,
  partsKey,
  type TestKind,
} from '../../../ruleset/parts';
import type { Condition } from '../../../ruleset/ruleset';
import { firstCondition } from '../../../ruleset/starters';
import { scenarioNames } from '../../../ruleset/words';
import { AmountField } from '../../../ui/amount-field';
import { Menu, type MenuPart } from '../../../ui/menu';
import { Select } from '../../../ui/select';
import { EventTestForm } from './event-test';
import { FieldTestForm } from './field-test';
import { Faults, type FormFacts, useForm } from './form';
import { BandTestForm, ScenarioTestForm, ScoreTestForm, StageTestForm } from './funnel-tests';
import { SequenceForm } from './sequence';

export interface ConditionProps {
  condition: Condition;
  path: string;
  onChange: (condition: Condition) => void;
}

const COMBINATIONS: CombinationKind[] = ['all', 'any', 'none', 'at_least'];

// The others show the faults of their own place themselves.
const OPEN_KINDS: ConditionKind[] = [...COMBINATIONS, 'event', 'sequence'];

// What can be tested here, and is there to be tested.
function testKinds({ ruleset, funnel }: FormFacts): TestKind[] {
  const kinds: TestKind[] = ['field', 'event', 'sequence'];
  if (scenarioNames(ruleset).length > 0) kinds.push('scenario');
  if (!funnel) return kinds;
  kinds.push('score');
  if (Object.values(ruleset.scores).some(({ bands = [] }) => bands.length > 0)) kinds.push('band');
  if ((ruleset.stages ?? []).length > 0) kinds.push('reached');
  return kinds;
}

const kindChoices = (kinds: ConditionKind[], act = '') =>
  kinds.map((kind) => ({ id: act + kind, name: t(`condition.${kind}`) }));

function Test({ condition, path, onChange }: ConditionProps) {
  const shared = { path, onChange };
  if ('field' in condition) return <FieldTestForm test={condition} of="field" {...shared} />;
  if ('event' in condition) return <EventTestForm test={condition} {...shared} />;
  if ('sequence' in condition) return <SequenceForm test={condition} {...shared} />;
  if ('score' in condition) return <ScoreTestForm test={condition} {...shared} />;
  if ('band' in condition) return <BandTestForm test={condition} {...shared} />;
  if ('reached' in condition) return <StageTestForm test={condition} {...shared} />;
  if ('scenario' in condition) return <ScenarioTestForm test={condition} {...shared} />;
  return null;
}

interface PartsProps extends ConditionProps {
  condition: Combination;
  /** What can be done with the whole, beside its first line. */
  menu: ReactNode;
}

function Parts({ condition, path, onChange, menu }: PartsProps) {
  const facts = useForm();
  const form = openCombination(condition);
  const { kind, count, parts } = form;
  const set = (next: Condition[]) => onChange(closeCombination({ ...form, parts: next }));
  return (
    <div className="combination">
      <div className="inline-fields">
        <Select
          label={t('form.combined')}
          labelHidden
          choices={COMBINATIONS.map((id) => ({ id, name: t(`combination.${id}`) }))}
          value={kind}
          onChange={(id) => onChange(closeCombination({ ...form, kind: id as CombinationKind }))}
        />
        {kind === 'at_least' && (
          <AmountField
            label={t('form.how_many')}
            labelHidden
            value={count}
            onChange={(next) => next !== undefined && onChange(closeCombination({ ...form, count: next }))}
          />
        )}
        {menu}
      </div>
      <ul>
        {parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no names, and two may be alike
          <li key={index}>
            <ConditionForm
              condition={part}
              path={`${path}/${partsKey(kind)}/${index}`}
              onChange={(next) => set(parts.with(index, next))}
              inside={{
                first: index === 0,
                last: index === parts.length - 1,
                onMove: (by) => set(moved(parts, index, by)),
                onDuplicate: () => set(parts.toSpliced(index, 0, part)),
                onDelete: () => set(parts.toSpliced(index, 1)),
              }}
            />
          </li>
        ))}
      </ul>
      <AddCondition onAdd={(next) => set([...parts, firstCondition(next, facts)])} />
    </div>
  );
}

function AddCondition({ onAdd }: { onAdd: (kind: ConditionKind) => void }) {
  const facts = useForm();
  return (
    <Menu
      label={t('form.add_condition')}
      icon="add"
      parts={[
        { id: 'tests', choices: kindChoices(testKinds(facts)) },
        { id: 'groups', choices: kindChoices(COMBINATIONS) },
      ]}
      onChoose={(kind) => onAdd(kind as ConditionKind)}
    />
  );
}

interface Inside {
  first: boolean;
  last: boolean;
  onMove: (by: -1 | 1) => void;
  onDuplicate: () => void;
  onDelete: () => void;
}

const PUT_INTO = 'into:';

/** A condition of any kind, with what can be done with it as a whole. */
export function ConditionForm({ condition, path, onChange, inside }: ConditionProps & { inside?: Inside }) {
  const facts = useForm();
  const combined = isCombination(condition);
  const kind = conditionKind(condition);
  const others = testKinds(facts).filter((each) => each !== kind);
  const menu: MenuPart[] = [
    { id: 'kind', title: t('form.turn_into'), choices: kindChoices(others) },
    { id: 'into', title: t('form.put_into'), choices: kindChoices(COMBINATIONS, PUT_INTO) },
    {
      id: 'place',
      choices: inside
        ? [
            { id: 'up', name: t('form.up'), disabled: inside.first },
            { id: 'down', name: t('form.down'), disabled: inside.last },
            { id: 'duplicate', name: t('form.duplicate') },
            { id: 'delete', name: t('form.delete') },
          ]
        : combined && openCombination(condition).parts.length === 1
          ? [{ id: 'unwrap', name: t('form.unwrap') }]
          : [],
    },
  ];
  const choose = (id: string) => {
    if (id === 'up') inside?.onMove(-1);
    else if (id === 'down') inside?.onMove(1);
    else if (id === 'duplicate') inside?.onDuplicate();
    else if (id === 'delete') inside?.onDelete();
    else if (id === 'unwrap' && combined) onChange(openCombination(condition).parts[0] ?? condition);
    else if (id.startsWith(PUT_INTO))
      onChange(closeCombination({ kind: id.slice(PUT_INTO.length) as CombinationKind, count: 1, parts: [condition] }));
    else onChange(firstCondition(id as ConditionKind, facts));
  };
  const whole = <Menu label={t('form.condition_menu')} icon="more" iconOnly parts={menu} onChoose={choose} />;
  return (
    <div className="condition" data-kind={kind}>
      {combined ? (
        <Parts condition={condition} path={path} onChange={onChange} menu={whole} />
      ) : (
        <div className="condition-row">
          <Test condition={condition} path={path} onChange={onChange} />
          {whole}
        </div>
      )}
      {OPEN_KINDS.includes(kind) && <Faults path={path} alone />}
      {!inside && !combined && (
        <AddCondition onAdd={(next) => onChange({ all: [condition, firstCondition(next, facts)] })} />
      )}
    </div>
  );
}
