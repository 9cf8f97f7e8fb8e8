// The parts behind the rules, each a card of sentences.
import { t } from '../../i18n';
import type { Row } from '../../ruleset/measuring-sentences';
import type { Step } from '../../state/app-state';
import { useApp } from '../../state/store';
import { Button } from '../../ui/button';
import { Menu } from '../../ui/menu';
import { Sentence } from '../../ui/sentence';
import { TermOr } from '../../ui/term';
import { type Card, cards, type List, type Settings } from './cards';
import { FormOf, type Open, OpenButton, useForms } from './open-form';

function RowWords({ of, row }: { of: Open; row: Row }) {
  return (
    <OpenButton {...of}>
      <span className="stage-name">{row.title}</span>
      {row.sentences.map((sentence) => (
        <span key={sentence} className="rule-sentence">
          <Sentence text={sentence} />
        </span>
      ))}
    </OpenButton>
  );
}

function ListRow({ list, row, first, last }: { list: List; row: Row; first: boolean; last: boolean }) {
  const { locked, setOpen, act } = useForms();
  const of = { kind: list.kind, name: row.name };
  const step = (key: Step['key']): Step => ({ key, values: { rule: row.title } });
  const choose = (id: string) => {
    if (id === 'edit') setOpen(of);
    else if (id === 'delete') act(of, list.remove(row.name), step('step.deleted'));
    else act(of, list.move(row.name, id === 'up' ? -1 : 1), step('step.moved'));
  };
  return (
    <li className="stage-row" data-row={`${list.kind} ${row.name}`}>
      <RowWords of={of} row={row} />
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

function ListRows({ list }: { list: List }) {
  const { ruleset, locked, act, setOpen } = useForms();
  const data = useApp((state) => state.data);
  const rows = list.rows(ruleset);
  const add = async () => {
    const label = t(list.fresh);
    const [name, change] = list.add(ruleset, data, label);
    const done = await act({ kind: list.kind, name: '' }, change, { key: 'step.added', values: { rule: label } });
    if (done) setOpen({ kind: list.kind, name, fresh: true });
  };
  return (
    <>
      <ul className="stage-rows">
        {rows.map((row, index) => (
          <ListRow key={row.name} list={list} row={row} first={index === 0} last={index === rows.length - 1} />
        ))}
      </ul>
      <FormOf kind={list.kind} name="" />
      <Button look="quiet" icon="add" isDisabled={locked} onPress={add}>
        {t(list.adds)}
      </Button>
    </>
  );
}

function SettingRows({ settings: { kind, rows } }: { settings: Settings }) {
  const { ruleset } = useForms();
  return (
    <ul className="stage-rows">
      {rows(ruleset).map((row) => {
        const of = { kind, name: row.name };
        return (
          <li key={row.name} className="stage-row" data-row={`${kind} ${row.name}`}>
            <RowWords of={of} row={row} />
            <FormOf {...of} />
          </li>
        );
      })}
    </ul>
  );
}

function CardOf({ card: { id, title, hint, term, list, settings } }: { card: Card }) {
  return (
    <section className="card" aria-labelledby={`card-${id}`}>
      <div className="section-head">
        <h2 id={`card-${id}`}>
          <TermOr id={term}>{t(title)}</TermOr>
        </h2>
        <p className="quiet-text">{t(hint)}</p>
      </div>
      {list && <ListRows list={list} />}
      {settings && <SettingRows settings={settings} />}
    </section>
  );
}

export function StageCards() {
  return cards.map((card) => <CardOf key={card.id} card={card} />);
}
