// Stages, disqualification and named conditions, each a card of sentences.
import { type MessageKey, t } from '../../i18n';
import { conditionSentence } from '../../ruleset/condition-sentence';
import {
  addEntry,
  addStage,
  deleteEntry,
  deleteReason,
  deleteStage,
  moveEntry,
  moveReason,
  moveStage,
  namesIn,
  setReason,
} from '../../ruleset/list-changes';
import type { Change } from '../../ruleset/rewrite';
import { freeId } from '../../ruleset/rule-changes';
import type { Ruleset } from '../../ruleset/ruleset';
import { firstTest } from '../../ruleset/starters';
import { humanize } from '../../ruleset/words';
import type { Step } from '../../state/app-state';
import { useApp } from '../../state/store';
import type { TermId } from '../../terms';
import { Button } from '../../ui/button';
import { Menu } from '../../ui/menu';
import { Sentence } from '../../ui/sentence';
import { Term } from '../../ui/term';
import { FormOf, OpenButton, useForms } from './open-form';

type CardKind = 'stage' | 'reason' | 'scenario';

interface Row {
  name: string;
  title: string;
  sentences: string[];
}

const termOf: Record<CardKind, TermId> = { stage: 'stage', reason: 'disqualified', scenario: 'scenario' };

/** What the rows of a card are, and how they change. */
interface Card {
  kind: CardKind;
  rows: (ruleset: Ruleset) => Row[];
  move: (name: string, by: -1 | 1) => Change;
  remove: (name: string) => Change;
}

const cards: Card[] = [
  {
    kind: 'stage',
    rows: (ruleset) =>
      (ruleset.stages ?? []).map(({ id, label, enter, leave }) => ({
        name: id,
        title: label ?? humanize(id),
        sentences: [
          t('rules.enter', { condition: conditionSentence(ruleset, enter) }),
          ...(leave ? [t('rules.leave', { condition: conditionSentence(ruleset, leave) })] : []),
        ],
      })),
    move: moveStage,
    remove: deleteStage,
  },
  {
    kind: 'reason',
    rows: (ruleset) =>
      (ruleset.disqualify ?? []).map(({ reason, when }, index) => ({
        name: String(index),
        title: reason,
        sentences: [t('rule.when', { condition: conditionSentence(ruleset, when) })],
      })),
    move: (name, by) => moveReason(Number(name), by),
    remove: (name) => deleteReason(Number(name)),
  },
  {
    kind: 'scenario',
    rows: (ruleset) =>
      Object.entries(ruleset.scenarios ?? {}).map(([name, condition]) => ({
        name,
        title: humanize(name),
        sentences: [t('rules.scenario', { condition: conditionSentence(ruleset, condition) })],
      })),
    move: (name, by) => moveEntry('scenarios', name, by),
    remove: (name) => deleteEntry('scenarios', name),
  },
];

function CardRow({ card, row, first, last }: { card: Card; row: Row; first: boolean; last: boolean }) {
  const { locked, setOpen, act } = useForms();
  const of = { kind: card.kind, name: row.name };
  const step = (key: Step['key']): Step => ({ key, values: { rule: row.title } });
  const choose = (id: string) => {
    if (id === 'edit') setOpen(of);
    else if (id === 'delete') act(of, card.remove(row.name), step('step.deleted'));
    else act(of, card.move(row.name, id === 'up' ? -1 : 1), step('step.moved'));
  };
  return (
    <li className="stage-row" data-row={`${card.kind} ${row.name}`}>
      <OpenButton {...of}>
        <span className="stage-name">{row.title}</span>
        {row.sentences.map((sentence) => (
          <span key={sentence} className="rule-sentence">
            <Sentence text={sentence} />
          </span>
        ))}
      </OpenButton>
      <Menu
        label={t('rules.menu_of', { name: row.title })}
        icon="more"
        iconOnly
        disabled={locked}
        parts={[
          { id: 'open', choices: [{ id: 'edit', name: t('rules.edit') }] },
          {
            id: 'rest',
            choices: [
              { id: 'up', name: t('form.up'), disabled: first },
              { id: 'down', name: t('form.down'), disabled: last },
              { id: 'delete', name: t('form.delete') },
            ],
          },
        ]}
        onChoose={choose}
      />
      <FormOf {...of} />
    </li>
  );
}

// A new row, with what it is called; a stage comes last, as the highest.
function useAdd(kind: CardKind): () => Promise<void> {
  const { ruleset, act, setOpen } = useForms();
  const data = useApp((state) => state.data);
  return async () => {
    const test = firstTest({ ruleset, data });
    const label = t(`rules.new_${kind}`);
    const count = (ruleset.disqualify ?? []).length;
    const stages = (ruleset.stages ?? []).map(({ id }) => id);
    const added: Record<CardKind, [string, Change]> = {
      stage: [freeId('stage', stages), addStage({ id: 'stage', label, enter: test })],
      reason: [String(count), setReason(count, { when: test, reason: label })],
      scenario: [freeId('condition', namesIn(ruleset, 'scenarios')), addEntry('scenarios', 'condition', test)],
    };
    const [name, change] = added[kind];
    const done = await act({ kind, name: '' }, change, { key: 'step.added', values: { rule: label } });
    if (done) setOpen({ kind, name, fresh: true });
  };
}

function CardOf({ card }: { card: Card }) {
  const { ruleset, locked } = useForms();
  const rows = card.rows(ruleset);
  const add = useAdd(card.kind);
  const title = `card-${card.kind}`;
  return (
    <section className="card" aria-labelledby={title}>
      <div className="section-head">
        <h2 id={title}>
          <Term id={termOf[card.kind]}>{t(`rules.${card.kind}s` as MessageKey)}</Term>
        </h2>
        <p className="quiet-text">{t(`rules.${card.kind}s_hint` as MessageKey)}</p>
      </div>
      <ul className="stage-rows">
        {rows.map((row, index) => (
          <CardRow key={row.name} card={card} row={row} first={index === 0} last={index === rows.length - 1} />
        ))}
      </ul>
      <FormOf kind={card.kind} name="" />
      <Button look="quiet" icon="add" isDisabled={locked} onPress={add}>
        {t(`rules.add_${card.kind}`)}
      </Button>
    </section>
  );
}

export function StageCards() {
  return cards.map((card) => <CardOf key={card.kind} card={card} />);
}
