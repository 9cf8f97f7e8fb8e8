import { useState } from 'react';
import { t } from '../../../i18n';
import { plainText } from '../../../ruleset/words';
import { Button } from '../../../ui/button';
import { Popover } from '../../../ui/popover';
import { editorOf, type Filter } from './filter';
import { FilterForm } from './filter-form';

export interface ChipProps {
  filter: Filter;
  words: string;
  onChange: (filter: Filter) => void;
  onRemove: () => void;
}

/** A filter in words; a press opens its form, the cross removes it. */
export function Chip({ filter, words, onChange, onRemove }: ChipProps) {
  const [open, setOpen] = useState(false);
  const text = plainText(words);
  return (
    <li className="filter-chip">
      {editorOf(filter) ? (
        <Popover
          label={text}
          trigger={
            <Button look="quiet" aria-label={t('filter.edit', { filter: text })}>
              {text}
            </Button>
          }
          open={open}
          onOpen={setOpen}
        >
          <FilterForm
            filter={filter}
            onApply={(next) => {
              setOpen(false);
              onChange(next);
            }}
          />
        </Popover>
      ) : (
        <span className="filter-words">{text}</span>
      )}
      <Button look="quiet" icon="close" aria-label={t('filter.remove', { filter: text })} onPress={onRemove} />
    </li>
  );
}
