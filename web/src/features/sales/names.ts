// How leads are called of which a report tells no more than the id.
import { useEffect, useState } from 'react';
import { everyLead } from '../../engine/protocol';
import { engine, fail } from '../../state/actions';
import { store, useApp } from '../../state/store';
import { masked } from '../export/hide';
import { type LeadName, leadName } from '../leads/lead-name';

type Names = ReadonlyMap<string, LeadName>;

async function namesOf(ids: string[]): Promise<Names> {
  const fields = store.getState().data?.fields ?? [];
  const leads = await Promise.all(ids.map((id) => engine.call('findLead', id)));
  const query = { ...everyLead, only: Uint32Array.from(leads.filter((lead) => lead >= 0)) };
  const rows = await engine.call('rows', query, 0, ids.length);
  return new Map(rows.map(({ id, cells }) => [id, leadName(id, (field) => cells[fields.indexOf(field)] ?? '')]));
}

/** The names of leads by id, as far as they are known; until then they are called by their id. */
export function useNames(ids: string[], hidden: boolean): (id: string) => LeadName {
  const [names, setNames] = useState<Names>(new Map());
  const data = useApp((state) => state.data);
  const text = JSON.stringify(ids);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other data has other names
  useEffect(() => {
    let wanted = true;
    namesOf(JSON.parse(text)).then((found) => wanted && setNames(found), fail);
    return () => {
      wanted = false;
    };
  }, [text, data]);
  return (id) => {
    const { title, subtitle } = names.get(id) ?? { title: id, subtitle: '' };
    return { title: hidden && title !== id ? masked(title) : title, subtitle };
  };
}
