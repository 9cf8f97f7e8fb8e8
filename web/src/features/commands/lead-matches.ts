import { useEffect, useState } from 'react';
import { found } from '../../find';
import { engine, fail } from '../../state/actions';
import { firstQuery } from '../../state/app-state';
import { store } from '../../state/store';
import { type LeadName, leadName } from '../leads/lead-name';

const MOST = 6;
// The engine looks into every cell; so many of its leads are looked through for names.
const LOOKED_AT = 200;
const SHORTEST = 2; // characters; one is in nearly every lead
const PAUSE = 120; // milliseconds, while which typing goes on

export interface LeadMatch extends LeadName {
  id: string;
  /** All that it is called by. */
  words: string;
}

async function matchesOf(search: string): Promise<LeadMatch[]> {
  const query = { ...firstQuery, search };
  const fields = store.getState().data?.fields ?? [];
  const [rows, exact] = await Promise.all([engine.call('rows', query, 0, LOOKED_AT), engine.call('findLead', search)]);
  const named = rows.map(({ id, cells }): LeadMatch => {
    const field = (name: string) => cells[fields.indexOf(name)] ?? '';
    const name = leadName(id, field);
    return { id, ...name, words: [name.title, id, field('email'), field('company')].join(' ') };
  });
  const matches = found(named, search, ({ words }) => words);
  if (exact < 0) return matches.slice(0, MOST);
  // Who types an id means that lead, wherever else the text stands.
  const meant = named.find(({ id }) => id === search) ?? { id: search, title: search, subtitle: '', words: search };
  return [meant, ...matches.filter(({ id }) => id !== search)].slice(0, MOST);
}

interface Answer {
  of: string;
  matches: LeadMatch[];
}

/**
 * The leads that are called so; of equal ones those with the most points first. None before there is a result. Until the
 * engine has answered (`settled`), those of the answer before that still fit.
 */
export function useLeadMatches(typed: string): { matches: LeadMatch[]; settled: boolean } {
  const search = typed.trim();
  const [answer, setAnswer] = useState<Answer>({ of: '', matches: [] });
  useEffect(() => {
    if (search.length < SHORTEST || !store.getState().result) {
      setAnswer({ of: search, matches: [] });
      return;
    }
    let wanted = true;
    const timer = setTimeout(async () => {
      try {
        const matches = await matchesOf(search);
        if (wanted) setAnswer({ of: search, matches });
      } catch (error) {
        fail(error);
      }
    }, PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [search]);
  const settled = answer.of === search;
  return { settled, matches: settled ? answer.matches : found(answer.matches, search, ({ words }) => words) };
}
