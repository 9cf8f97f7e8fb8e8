import { useState } from 'react';
import type { FieldType, Issue } from '../../../engine/protocol';
import { t } from '../../../i18n';
import { addEntry, deleteEntry, setAbout, setEntry } from '../../../ruleset/list-changes';
import { columnOf, type Subject } from '../../../ruleset/operators';
import { put } from '../../../ruleset/put';
import { renameField, renameProperty } from '../../../ruleset/rename';
import type { Change } from '../../../ruleset/rewrite';
import type { Declaration } from '../../../ruleset/ruleset';
import { changeRules } from '../../../state/actions';
import { Button } from '../../../ui/button';
import { ComboBox } from '../../../ui/combo-box';
import { Select } from '../../../ui/select';
import { TextField } from '../../../ui/text-field';
import { FaultsElsewhere, type FormFacts, FormFactsOf, FormPart, useForm } from './form';
import { NameField } from './name-field';
import { useNames } from './suggestions';

const TYPES: FieldType[] = ['text', 'number', 'boolean', 'instant', 'list'];

type Write = (change: Change, part: string) => void;

interface DeclarationProps {
  of: Subject;
  name: string;
  declaration: Declaration;
  /** Its fields show their names, as those of the first line do. */
  named: boolean;
  write: Write;
}

function DeclarationLine({ of, name, declaration, named, write }: DeclarationProps) {
  const { ruleset } = useForm();
  const section = of === 'field' ? 'fields' : 'properties';
  const rename = of === 'field' ? renameField : renameProperty;
  const taken = Object.keys(ruleset[section] ?? {});
  const set = (next: Declaration) => write(setEntry(section, name, next), name);
  return (
    <li>
      <TextField
        label={t('form.column')}
        labelHidden={!named}
        value={name}
        onChange={(to) => to.trim() !== '' && !taken.includes(to) && write(rename(name, to), name)}
      />
      <Select
        label={t('form.type')}
        labelHidden={!named}
        choices={TYPES.map((id) => ({ id, name: t(`type.${id}`) }))}
        value={declaration.type}
        onChange={(type) => set(put(declaration, 'type', type as FieldType))}
      />
      <TextField
        label={t('form.label')}
        labelHidden={!named}
        value={declaration.label ?? ''}
        onChange={(label) => set(put(declaration, 'label', label || undefined))}
      />
      <Button
        look="quiet"
        icon="close"
        aria-label={t('form.undeclare', { name })}
        onPress={() => write(deleteEntry(section, name), name)}
      />
    </li>
  );
}

function Declarations({ of, write }: { of: Subject; write: Write }) {
  const { ruleset, data } = useForm();
  const section = of === 'field' ? 'fields' : 'properties';
  const declared = ruleset[section] ?? {};
  const left = useNames(of).filter(({ value }) => !(value in declared));
  return (
    <FormPart title={t(of === 'field' ? 'form.fields' : 'form.properties')}>
      <p className="quiet-text">{t('form.declared_hint')}</p>
      <ul className="point-lines declarations">
        {Object.entries(declared).map(([name, declaration], index) => (
          <DeclarationLine key={name} of={of} name={name} declaration={declaration} named={index === 0} write={write} />
        ))}
        <li>
          <ComboBox
            label={t('form.declare')}
            value=""
            suggestions={left}
            onChange={(name) => {
              const { type } = columnOf(ruleset, data, of, name);
              if (!(name in declared)) write(addEntry(section, name, { type: type ?? 'text' }), name);
            }}
          />
        </li>
      </ul>
    </FormPart>
  );
}

/** What the rule file says of itself and of the data: its name, and how columns are read. */
export function AboutForm({ facts }: { facts: Pick<FormFacts, 'ruleset' | 'data'> }) {
  const [issues, setIssues] = useState<Issue[]>([]);
  const { ruleset } = facts;
  const write: Write = async (change, part) => {
    setIssues(await changeRules(change, { key: 'step.part', values: { name: t('form.about'), part } }));
  };
  const text = (key: 'name' | 'description', label: string) => (
    <TextField
      label={label}
      long={key === 'description'}
      value={ruleset[key] ?? ''}
      onChange={(value) => write(setAbout(key, value), label)}
    />
  );
  return (
    <FormFactsOf value={{ ...facts, issues, funnel: false }}>
      <div className="form" data-form="about">
        {text('name', t('form.name'))}
        {text('description', t('form.description'))}
        <NameField
          label={t('form.created_field')}
          of="field"
          optional
          value={ruleset.created_field ?? ''}
          onChange={(name) => write(setAbout('created_field', name), t('form.created_field'))}
        />
        <Declarations of="field" write={write} />
        <Declarations of="property" write={write} />
        <FaultsElsewhere />
      </div>
    </FormFactsOf>
  );
}
