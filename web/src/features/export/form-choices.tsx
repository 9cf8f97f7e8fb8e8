import { t } from '../../i18n';
import { Checkbox } from '../../ui/checkbox';
import { Select } from '../../ui/select';
import { type Choices, type Delimiter, delimiters, type Form, forms } from './choices';
import { type Encoding, encodings } from './encode';

export interface FormChoicesProps {
  choices: Choices;
  onChange: (change: Partial<Choices>) => void;
}

const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const satisfies Record<Delimiter, string>;

function CsvChoices({ choices, onChange }: FormChoicesProps) {
  const { delimiter, encoding, decimalComma, safe } = choices;
  return (
    <>
      <div className="export-row">
        <Select
          label={t('export.delimiter')}
          choices={delimiters.map((id) => ({ id, name: t(`export.delimiter.${delimiterNames[id]}`) }))}
          value={delimiter}
          onChange={(id) => onChange({ delimiter: id as Delimiter })}
        />
        <Select
          label={t('export.decimal')}
          choices={[
            { id: 'point', name: t('export.decimal.point') },
            { id: 'comma', name: t('export.decimal.comma') },
          ]}
          value={decimalComma ? 'comma' : 'point'}
          onChange={(id) => onChange({ decimalComma: id === 'comma' })}
        />
        <Select
          label={t('export.encoding')}
          choices={encodings.map((id) => ({ id, name: t(`export.encoding.${id}`) }))}
          value={encoding}
          onChange={(id) => onChange({ encoding: id as Encoding })}
        />
      </div>
      {encoding === 'windows-1250' && <p className="quiet-text">{t('export.cedilla')}</p>}
      <div>
        <Checkbox label={t('export.safe')} checked={safe} onChange={(on) => onChange({ safe: on })} />
        <p className="quiet-text">{t(safe ? 'export.safe_hint' : 'export.unsafe_hint')}</p>
      </div>
    </>
  );
}

/** As what: the kind of file, and what is special to it. */
export function FormChoices({ choices, onChange }: FormChoicesProps) {
  const { form } = choices;
  return (
    <>
      <div className="export-form">
        <Select
          label={t('export.form')}
          choices={forms.map((id) => ({ id, name: t(`export.form.${id}`) }))}
          value={form}
          onChange={(id) => onChange({ form: id as Form })}
        />
        <p className="quiet-text">{t(`export.form_hint.${form}`)}</p>
      </div>
      {form === 'csv' && <CsvChoices choices={choices} onChange={onChange} />}
    </>
  );
}
