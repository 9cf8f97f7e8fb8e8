import { Fragment } from 'react';
import { t } from '../../i18n';
import { addEntry, deleteGroup, deleteScore, moveEntry, namesIn } from '../../ruleset/list-changes';
import type { Change } from '../../ruleset/rewrite';
import { freeId } from '../../ruleset/rule-changes';
import type { Step } from '../../state/app-state';
import { termOfScore } from '../../terms';
import { Menu, type MenuPart } from '../../ui/menu';
import { Sentence } from '../../ui/sentence';
import { TermOr } from '../../ui/term';
import { FormOf, useForms } from './open-form';
import type { Section } from './sections';

interface SectionHeadProps {
  kind: 'score' | 'group';
  section: Section;
}

function SectionMenu({ kind, section }: SectionHeadProps) {
  const { ruleset, locked, setOpen, act } = useForms();
  const { id: name } = section;
  const of = { kind, name };
  const place = namesIn(ruleset, kind === 'score' ? 'scores' : 'groups');
  const step = (key: Step['key']): Step => ({ key, values: { rule: section.name } });
  const change = (key: Step['key'], made: Change) => act(of, made, step(key));
  const move = (by: -1 | 1) => change('step.moved', moveEntry(kind === 'score' ? 'scores' : 'groups', name, by));
  const addGroup = async () => {
    const group = freeId('group', namesIn(ruleset, 'groups'));
    const label = t('rules.new_group');
    const added = addEntry('groups', group, { score: name, label });
    if (await act(of, added, { key: 'step.added', values: { rule: label } }))
      setOpen({ kind: 'group', name: group, fresh: true });
  };
  const choose = (id: string) => {
    if (id === 'edit') setOpen(of);
    else if (id === 'up') move(-1);
    else if (id === 'down') move(1);
    else if (id === 'group') addGroup();
    else change('step.deleted', kind === 'score' ? deleteScore(name) : deleteGroup(name));
  };
  const parts: MenuPart[] = [
    {
      id: 'open',
      choices: [
        { id: 'edit', name: t('rules.edit') },
        ...(kind === 'score' ? [{ id: 'group', name: t('rules.add_group') }] : []),
      ],
    },
    {
      id: 'rest',
      choices: [
        { id: 'up', name: t('form.up'), disabled: place[0] === name },
        { id: 'down', name: t('form.down'), disabled: place.at(-1) === name },
        { id: 'delete', name: t(kind === 'score' ? 'rules.delete_score' : 'rules.delete_group') },
      ],
    },
  ];
  return (
    <Menu
      label={t('rules.menu_of', { name: section.name })}
      icon="more"
      iconOnly
      disabled={locked}
      parts={parts}
      onChoose={choose}
    />
  );
}

/** Name and limits of a score or group, with its menu and its form. */
export function SectionHead({ kind, section }: SectionHeadProps) {
  const Heading = kind === 'score' ? 'h2' : 'h3';
  return (
    <>
      <div className="section-head">
        <Heading id={`${kind}-${section.id}`}>
          <TermOr id={kind === 'score' ? termOfScore(section.id) : null}>{section.name}</TermOr>
        </Heading>
        <p className="quiet-text">
          {section.notes.map(({ text, term }, index) => (
            <Fragment key={text}>
              {index > 0 && ' · '}
              <TermOr id={term}>
                <Sentence text={text} />
              </TermOr>
            </Fragment>
          ))}
        </p>
        <SectionMenu kind={kind} section={section} />
      </div>
      <FormOf kind={kind} name={section.id} />
    </>
  );
}
