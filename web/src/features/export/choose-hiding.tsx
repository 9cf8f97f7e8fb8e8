import { t } from '../../i18n';
import { Checkbox } from '../../ui/checkbox';
import { RadioGroup } from '../../ui/radio-group';
import type { Choices } from './choices';
import { ID } from './columns';
import { canHash, type Hiding } from './hide';

export interface ChooseHidingProps {
  choices: Choices;
  onChange: (change: Partial<Choices>) => void;
}

/** Whether people can be told from the file, and by which columns they could. */
export function ChooseHiding({ choices, onChange }: ChooseHidingProps) {
  const { hiding, columns } = choices;
  const offered: Hiding[] = canHash() ? ['none', 'masked', 'hashed'] : ['none', 'masked'];
  return (
    <div className="export-part">
      <RadioGroup
        label={t('export.hiding')}
        choices={offered.map((id) => ({ id, name: t(`export.hiding.${id}`) }))}
        value={hiding}
        onChange={(id) => onChange({ hiding: id as Hiding })}
      />
      <p className="quiet-text">{t(`export.hiding_hint.${hiding}`)}</p>
      {hiding !== 'none' && (
        <fieldset className="export-personal">
          <legend>{t('export.personal')}</legend>
          {columns
            .filter(({ name, on }) => on && (name === ID || name.startsWith('field:')))
            .map(({ name, header, personal }) => (
              <Checkbox
                key={name}
                label={header}
                checked={personal}
                onChange={(checked) =>
                  onChange({
                    columns: columns.map((each) => (each.name === name ? { ...each, personal: checked } : each)),
                  })
                }
              />
            ))}
        </fieldset>
      )}
    </div>
  );
}
