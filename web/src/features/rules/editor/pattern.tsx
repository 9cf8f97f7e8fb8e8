import { t } from '../../../i18n';
import { closeTypes, openTypes } from '../../../ruleset/parts';
import { put } from '../../../ruleset/put';
import type { EventPattern, FieldTest } from '../../../ruleset/ruleset';
import { firstWhere } from '../../../ruleset/starters';
import { Button } from '../../../ui/button';
import { TokenField } from '../../../ui/token-field';
import { FieldTestForm } from './field-test';
import { Faults, useForm } from './form';
import { useEventTypes } from './suggestions';

const EVERY = '*';

interface PatternProps<T extends EventPattern> {
  pattern: T;
  path: string;
  onChange: (pattern: T) => void;
}

/** Which events: their types, and what must hold of their properties. */
export function PatternForm<T extends EventPattern>({ pattern, path, onChange }: PatternProps<T>) {
  const facts = useForm();
  const suggestions = useEventTypes();
  const form = openTypes(pattern.event);
  const { where = [] } = pattern;
  // Every type stands alone: it takes the place of the others, and they its.
  const setTypes = (types: string[]) => {
    const added = types.at(-1);
    const own = added === EVERY ? [EVERY] : types.filter((type) => type.trim() !== EVERY);
    const listed = own[0] !== EVERY && (form.listed || own.length !== 1);
    onChange(put<EventPattern, 'event'>(pattern, 'event', closeTypes({ types: own, listed })) as T);
  };
  const setWhere = (tests: FieldTest[]) =>
    onChange(put<EventPattern, 'where'>(pattern, 'where', tests.length > 0 ? tests : undefined) as T);
  return (
    <div className="pattern">
      <TokenField label={t('form.events')} values={form.types} suggestions={suggestions} onChange={setTypes} />
      <Faults path={`${path}/event`} />
      {where.map((test, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: tests have no names, and two may be alike
        <div key={index} className="where">
          <span className="joint">{t(index === 0 ? 'form.where' : 'form.and')}</span>
          <FieldTestForm
            test={test}
            path={`${path}/where/${index}`}
            of="property"
            onChange={(next) => setWhere(where.with(index, next))}
          />
          <Button
            look="quiet"
            icon="close"
            aria-label={t('form.remove_test')}
            onPress={() => setWhere(where.toSpliced(index, 1))}
          />
        </div>
      ))}
      <Button look="quiet" icon="add" onPress={() => setWhere([...where, firstWhere(facts)])}>
        {t('form.add_where')}
      </Button>
    </div>
  );
}
