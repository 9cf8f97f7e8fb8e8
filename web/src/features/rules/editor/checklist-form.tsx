import { formatNumber } from '../../../format';
import { t } from '../../../i18n';
import { moved, namesIn, setEntry } from '../../../ruleset/list-changes';
import type { Checklist, ChecklistItem } from '../../../ruleset/measuring';
import { pointerStep } from '../../../ruleset/place';
import { put } from '../../../ruleset/put';
import { renameScenario } from '../../../ruleset/rename';
import { freeId } from '../../../ruleset/rule-changes';
import { firstTest } from '../../../ruleset/starters';
import { humanize } from '../../../ruleset/words';
import { changeRules } from '../../../state/actions';
import { AmountField } from '../../../ui/amount-field';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/text-field';
import { ConditionForm } from './condition';
import { EntryNames } from './entry-names';
import { Faults, FaultsElsewhere, FormFactsOf, FormPart, Slot } from './form';
import type { EntryFormProps } from './score-form';
import { useDraft } from './use-draft';

interface ItemProps {
  item: ChecklistItem;
  path: string;
  first: boolean;
  last: boolean;
  onChange: (item: ChecklistItem) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

function ItemForm({ item, path, first, last, onChange, onMove, onRemove }: ItemProps) {
  const name = item.label ?? humanize(item.id);
  return (
    <li className="block">
      <div className="block-head">
        <TextField
          label={t('form.item')}
          value={item.label ?? humanize(item.id)}
          onChange={(label) => onChange(put(item, 'label', label || undefined))}
        />
        <div className="step-tools">
          <Button
            look="quiet"
            icon="up"
            aria-label={t('form.item_up', { name })}
            isDisabled={first}
            onPress={() => onMove(-1)}
          />
          <Button
            look="quiet"
            icon="down"
            aria-label={t('form.item_down', { name })}
            isDisabled={last}
            onPress={() => onMove(1)}
          />
          <Button
            look="quiet"
            icon="close"
            aria-label={t('form.remove_item', { name })}
            isDisabled={first && last}
            onPress={onRemove}
          />
        </div>
      </div>
      <TextField
        label={t('form.ask')}
        value={item.ask ?? ''}
        onChange={(ask) => onChange(put(item, 'ask', ask || undefined))}
      />
      <FormPart title={t('form.known_when')}>
        <ConditionForm
          condition={item.when}
          path={`${path}/when`}
          onChange={(when) => onChange(put(item, 'when', when))}
        />
      </FormPart>
      <Faults path={`${path}/id`} />
    </li>
  );
}

/** What sales wants to know, item by item. `name` is a scenario too. */
export function ChecklistForm({ name, facts, onRenamed }: EntryFormProps) {
  const { ruleset } = facts;
  const list = ruleset.qualification?.[name] ?? { items: [] };
  const step = (of: string, part: string) => ({ key: 'step.part' as const, values: { name: of, part } });
  const write = (next: Checklist, part: string) =>
    changeRules(setEntry('qualification', name, next), step(next.label ?? humanize(name), part));
  const { draft, issues, change } = useDraft<Checklist>(list, write);
  const { items } = draft;
  const path = `/qualification/${pointerStep(name)}`;
  const rename = async (to: string) => {
    const faults = await changeRules(renameScenario(name, to), step(to, t('form.id')));
    if (faults.length === 0) onRenamed(to);
  };
  // No more can be asked for than there are.
  const set = (next: ChecklistItem[]) => {
    const least = draft.at_least === undefined ? undefined : Math.min(draft.at_least, next.length);
    change(put(put(draft, 'items', next), 'at_least', least), t('form.items'));
  };
  const add = () => {
    const id = freeId(
      'item',
      items.map((each) => each.id),
    );
    set([...items, { id, label: t('form.new_item'), when: firstTest(facts) }]);
  };
  return (
    <FormFactsOf value={{ ...facts, issues, funnel: true }}>
      <div className="form" data-form={`checklist ${name}`}>
        <div className="form-grid">
          <EntryNames
            id={name}
            label={draft.label}
            isTaken={(to) => namesIn(ruleset, 'qualification').includes(to)}
            onLabel={(label) => change(put(draft, 'label', label), t('form.label'))}
            onId={rename}
          />
          <Slot path={`${path}/at_least`}>
            <AmountField
              label={t('form.complete_with')}
              unit={t('form.of_items', { count: formatNumber(items.length) })}
              least={1}
              most={items.length}
              value={draft.at_least}
              placeholder={String(items.length)}
              onChange={(least) => change(put(draft, 'at_least', least), t('form.complete_with'))}
            />
          </Slot>
        </div>
        <FormPart title={t('form.items')}>
          <ol className="blocks">
            {items.map((item, index) => (
              <ItemForm
                key={item.id}
                item={item}
                path={`${path}/items/${index}`}
                first={index === 0}
                last={index === items.length - 1}
                onChange={(next) => set(items.with(index, next))}
                onMove={(by) => set(moved(items, index, by))}
                onRemove={() => set(items.toSpliced(index, 1))}
              />
            ))}
          </ol>
          <Button look="quiet" icon="add" onPress={add}>
            {t('form.add_item')}
          </Button>
        </FormPart>
        <FaultsElsewhere path={path} />
      </div>
    </FormFactsOf>
  );
}
