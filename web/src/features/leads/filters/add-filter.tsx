import { useState } from 'react';
import { t } from '../../../i18n';
import { Button } from '../../../ui/button';
import { Popover } from '../../../ui/popover';
import { editorOf, type Filter, type Offer, offers } from './filter';
import { FilterForm } from './filter-form';
import { useRuleset } from './use-ruleset';
import { offerWords } from './words';

export interface AddFilterProps {
  filters: Filter[];
  onAdd: (filter: Filter) => void;
}

/** First what to filter by, then its form. */
export function AddFilter({ filters, onAdd }: AddFilterProps) {
  const ruleset = useRuleset();
  const [open, setOpen] = useState(false);
  const [offer, setOffer] = useState<Offer | null>(null);
  const show = (next: boolean) => {
    setOpen(next);
    setOffer(null);
  };
  const add = (filter: Filter) => {
    show(false);
    onAdd(filter);
  };
  const choose = (next: Offer) => (editorOf(next.filter) ? setOffer(next) : add(next.filter));
  return (
    <Popover
      label={t('filter.which')}
      trigger={<Button icon="add">{t('filter.add')}</Button>}
      open={open}
      onOpen={show}
    >
      {offer ? (
        <>
          <div className="filter-head">
            <Button look="quiet" icon="back" aria-label={t('filter.back')} onPress={() => setOffer(null)} />
            <h2>{offerWords(ruleset, offer.id)}</h2>
          </div>
          <FilterForm key={offer.id} filter={offer.filter} onApply={add} />
        </>
      ) : (
        <>
          <h2>{t('filter.which')}</h2>
          <ul className="filter-offers">
            {offers(ruleset, filters).map((each) => (
              <li key={each.id}>
                <button type="button" className="choice" onClick={() => choose(each)}>
                  {offerWords(ruleset, each.id)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Popover>
  );
}
