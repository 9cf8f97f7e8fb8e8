import { useState } from 'react';
import type { Issue } from '../../../engine/protocol';
import { t } from '../../../i18n';
import { issueText } from '../../../i18n/issue-text';
import { conditionFaults } from '../../../state/actions';
import { Button } from '../../../ui/button';
import { Icon } from '../../../ui/icon';
import { Editor } from './editor';
import { type Filter, isComplete } from './filter';

export interface FilterFormProps {
  filter: Filter;
  onApply: (filter: Filter) => void;
}

/** The form of a filter, which shows its leads once it is complete and has no fault. */
export function FilterForm({ filter, onApply }: FilterFormProps) {
  const [draft, setDraft] = useState(filter);
  const [faults, setFaults] = useState<Issue[]>([]);
  const change = (next: Filter) => {
    setDraft(next);
    setFaults([]);
  };
  const apply = async () => {
    if (!isComplete(draft)) return;
    const found = draft.kind === 'condition' ? await conditionFaults(draft.condition) : [];
    if (found.length > 0) setFaults(found);
    else onApply(draft);
  };
  return (
    <form
      className="filter-form"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <Editor filter={draft} onChange={change} />
      {faults.length > 0 && (
        <div className="note bad" role="alert">
          <Icon name="warning" />
          <p>{faults.map(issueText).join(' ')}</p>
        </div>
      )}
      <Button look="primary" isDisabled={!isComplete(draft)} onPress={apply}>
        {t('filter.apply')}
      </Button>
    </form>
  );
}
