import { useState } from 'react';
import type { LeadRow } from '../../engine/protocol';
import { t } from '../../i18n';
import { setColumns } from '../../state/actions';
import { useApp } from '../../state/store';
import { moveColumn, showColumn } from '../../table/choices';
import type { Arranged } from '../../table/columns';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/checkbox';
import { Popover } from '../../ui/popover';

export interface ColumnChooserProps {
  columns: Arranged<LeadRow>[];
  /** Those in the table now. */
  shown: string[];
}

/** Which columns the table has, in which order. */
export function ColumnChooser({ columns, shown }: ColumnChooserProps) {
  const choices = useApp((state) => state.columns);
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label={t('columns.title')}
      trigger={<Button icon="columns">{t('columns.title')}</Button>}
      open={open}
      onOpen={setOpen}
    >
      <ul className="column-list">
        {columns.map(({ id, name }, index) => (
          <li key={id}>
            <Checkbox
              label={name}
              name={t('columns.show', { column: name })}
              checked={shown.includes(id)}
              disabled={shown.length === 1 && shown[0] === id}
              onChange={(on) => setColumns(showColumn(columns, choices, shown, id, on))}
            />
            <Button
              look="quiet"
              icon="up"
              aria-label={t('columns.up', { column: name })}
              isDisabled={index === 0}
              onPress={() => setColumns(moveColumn(columns, choices, id, -1))}
            />
            <Button
              look="quiet"
              icon="down"
              aria-label={t('columns.down', { column: name })}
              isDisabled={index === columns.length - 1}
              onPress={() => setColumns(moveColumn(columns, choices, id, 1))}
            />
          </li>
        ))}
      </ul>
      <p className="quiet-text">{t('columns.hint')}</p>
      <div>
        <Button isDisabled={choices.length === 0} onPress={() => setColumns([])}>
          {t('columns.reset')}
        </Button>
      </div>
    </Popover>
  );
}
