import { useEffect, useMemo, useState } from 'react';
import type { Explanation } from '../../engine/explanation';
import type { LeadRow } from '../../engine/protocol';
import { formatPoints } from '../../format';
import { t } from '../../i18n';
import { engine, fail } from '../../state/actions';
import { firstQuery, type SettledResult } from '../../state/app-state';
import { leadHref } from '../../state/route';
import { useApp } from '../../state/store';
import { settled } from '../../state/transitions';
import { SearchField } from '../../ui/search-field';
import { leadName } from '../leads/lead-name';
import { equation } from './lead-equation';
import './lead-test.css';

const SHOWN = 6;

interface Found {
  rows: LeadRow[];
  lead: Explanation | null;
}

// A lead with exactly that id is meant; else all that have the text are offered.
async function find(search: string, chosen: string | null): Promise<Found> {
  const lead = await engine.call('findLead', chosen ?? search.trim());
  if (lead >= 0) return { rows: [], lead: await engine.call('explain', lead) };
  const query = { ...firstQuery, search: search.trim() };
  await engine.call('select', query);
  return { rows: await engine.call('rows', query, 0, SHOWN), lead: null };
}

function Equation({ lead, result }: { lead: Explanation; result: SettledResult }) {
  const terms = equation(lead, result.ruleset);
  const field = (name: string) => lead.fields.find((each) => each.name === name)?.value ?? '';
  const { title, subtitle } = leadName(lead.id, field);
  return (
    <div className="lead-equation" role="status">
      <p>
        <a href={leadHref(lead.id)}>
          <bdi>{title}</bdi>
        </a>{' '}
        <bdi className="quiet-text">{subtitle}</bdi>
      </p>
      <ul>
        <li className="equation-total">{t('test.is', { total: formatPoints(lead.total) })}</li>
        {terms.length === 0 && <li>{t('test.empty')}</li>}
        {terms.map(({ key, name, points }, index) => (
          <li key={key} className={points < 0 ? 'minus' : 'plus'}>
            <b>
              {index === 0 ? (points < 0 ? '− ' : '') : points < 0 ? '− ' : '+ '}
              {formatPoints(Math.abs(points))}
            </b>
            <small>{name}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A lead of one's choice, and how the rules as they are now add up for it. */
export function LeadTest() {
  const newest = useApp((state) => state.result);
  const result = useMemo(() => settled(newest), [newest]);
  const fields = useApp((state) => state.data?.fields);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    if (!result || search.trim() === '') return setFound(null);
    let wanted = true;
    find(search, chosen).then((each) => wanted && setFound(each), fail);
    return () => {
      wanted = false;
    };
  }, [search, chosen, result]);
  const nameOf = ({ id, cells }: LeadRow) => leadName(id, (name) => cells[fields?.indexOf(name) ?? -1] ?? '');
  return (
    <section className="card lead-test" aria-labelledby="test-title">
      <h2 id="test-title">{t('test.title')}</h2>
      <SearchField
        label={t('test.find')}
        value={search}
        onChange={(text) => {
          setSearch(text);
          setChosen(null);
        }}
      />
      {found?.lead && result && <Equation lead={found.lead} result={result} />}
      {found && !found.lead && (
        <ul className="found-leads">
          {found.rows.length === 0 && <li>{t('test.none')}</li>}
          {found.rows.map((row) => (
            <li key={row.id}>
              <button type="button" className="link" onClick={() => setChosen(row.id)}>
                <bdi>{nameOf(row).title}</bdi>
              </button>{' '}
              <bdi className="quiet-text">{nameOf(row).subtitle}</bdi>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
