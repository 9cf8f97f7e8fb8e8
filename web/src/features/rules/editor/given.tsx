// What a rule file need not say: as it is given, or as the file has it.
import type { ReactNode } from 'react';
import { t } from '../../../i18n';
import { eventWords } from '../../../ruleset/condition-sentence';
import type { ColumnName } from '../../../ruleset/measuring';
import type { EventPattern } from '../../../ruleset/ruleset';
import { eventOf, fieldOf, firstWhere } from '../../../ruleset/starters';
import { Select } from '../../../ui/select';
import { Sentence } from '../../../ui/sentence';
import { Faults, FormPart, useForm } from './form';
import { NameField } from './name-field';
import { PatternForm } from './pattern';

interface GivenPatternProps {
  title: string;
  /** What is taken while the file says nothing; without it, what `words` say. */
  given?: EventPattern;
  words?: string;
  pattern: EventPattern | undefined;
  path: string;
  onChange: (pattern: EventPattern | undefined) => void;
}

/** Which events: those that are given, or others. */
export function GivenPattern({ title, given, words, pattern, path, onChange }: GivenPatternProps) {
  const facts = useForm();
  return (
    <FormPart title={title}>
      <Select
        label={title}
        labelHidden
        choices={[
          { id: 'given', name: t('form.as_given') },
          { id: 'own', name: t('form.these_events') },
        ]}
        value={pattern ? 'own' : 'given'}
        onChange={(id) => onChange(id === 'given' ? undefined : (given ?? { event: eventOf(facts) }))}
      />
      {pattern ? (
        <PatternForm pattern={pattern} path={path} onChange={onChange} />
      ) : (
        <p className="quiet-text">
          <Sentence text={given ? eventWords(facts.ruleset, given) : (words ?? '')} />
        </p>
      )}
    </FormPart>
  );
}

interface ColumnFormProps {
  title: string;
  column: ColumnName | undefined;
  path: string;
  onChange: (column: ColumnName | undefined) => void;
  /** What is taken while the file says nothing. */
  children: ReactNode;
}

/** A property of events, a field of leads, or what is given. */
export function ColumnForm({ title, column, path, onChange, children }: ColumnFormProps) {
  const facts = useForm();
  const kind = column === undefined ? 'given' : 'field' in column ? 'field' : 'property';
  const set = (id: string) => {
    if (id === 'given') onChange(undefined);
    else onChange(id === 'field' ? { field: fieldOf(facts, 'text') } : { property: firstWhere(facts).field });
  };
  return (
    <FormPart title={title}>
      <div className="inline-fields">
        <Select
          label={title}
          labelHidden
          choices={[
            { id: 'given', name: t('form.as_given') },
            { id: 'property', name: t('form.a_property') },
            { id: 'field', name: t('form.a_field') },
          ]}
          value={kind}
          onChange={set}
        />
        {column && (
          <NameField
            label={t(kind === 'field' ? 'form.field' : 'form.property')}
            labelHidden
            of={kind === 'field' ? 'field' : 'property'}
            value={'field' in column ? column.field : column.property}
            onChange={(name) => onChange(kind === 'field' ? { field: name } : { property: name })}
          />
        )}
      </div>
      {!column && <p className="quiet-text">{children}</p>}
      <Faults path={path} />
    </FormPart>
  );
}
