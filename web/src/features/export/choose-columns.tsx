import { t } from '../../i18n';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/checkbox';
import { type ChosenColumn, moveColumn } from './choices';

export interface ChooseColumnsProps {
  columns: ChosenColumn[];
  onChange: (columns: ChosenColumn[]) => void;
}

/** Which columns, in which order. */
export function ChooseColumns({ columns, onChange }: ChooseColumnsProps) {
  const count = columns.filter(({ on }) => on).length;
  const turnAll = (on: boolean) => onChange(columns.map((column) => ({ ...column, on })));
  return (
    <details className="export-part">
      <summary>{t('export.columns', { count, all: columns.length })}</summary>
      <div className="actions">
        <Button onPress={() => turnAll(true)}>{t('export.columns_all')}</Button>
        <Button onPress={() => turnAll(false)}>{t('export.columns_none')}</Button>
      </div>
      <ul className="export-columns">
        {columns.map(({ name, header, on }, index) => (
          <li key={name}>
            <Checkbox
              label={header}
              checked={on}
              onChange={(checked) =>
                onChange(columns.map((each) => (each.name === name ? { ...each, on: checked } : each)))
              }
            />
            <Button
              look="quiet"
              icon="up"
              aria-label={t('columns.up', { column: header })}
              isDisabled={index === 0}
              onPress={() => onChange(moveColumn(columns, name, -1))}
            />
            <Button
              look="quiet"
              icon="down"
              aria-label={t('columns.down', { column: header })}
              isDisabled={index === columns.length - 1}
              onPress={() => onChange(moveColumn(columns, name, 1))}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
