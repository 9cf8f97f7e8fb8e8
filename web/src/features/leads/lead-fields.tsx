import { useState } from 'react';
import type { Explanation } from '../../engine/explanation';
import { t } from '../../i18n';
import { columnOf } from '../../ruleset/operators';
import type { Ruleset } from '../../ruleset/ruleset';
import { humanize } from '../../ruleset/words';
import { showLeads } from '../../state/actions';
import { useApp } from '../../state/store';
import { Checkbox } from '../../ui/checkbox';

/** The lead's cells as the file has them; each opens the leads that share it. */
export function LeadFields({ explanation, ruleset }: { explanation: Explanation; ruleset: Ruleset }) {
  const [headers, setHeaders] = useState(false);
  const data = useApp((state) => state.data);
  const wordsOf = (name: string) => ruleset.fields?.[name]?.label ?? humanize(name);
  return (
    <section className="panel-part" aria-labelledby="fields-title">
      <div className="section-head">
        <h2 id="fields-title">{t('lead.fields')}</h2>
        <Checkbox label={t('lead.headers')} checked={headers} onChange={setHeaders} />
      </div>
      <dl className="lead-fields">
        <div>
          <dt>{t('lead.id')}</dt>
          <dd>{explanation.id}</dd>
        </div>
        {explanation.fields.map(({ name, header, value }) => (
          <div key={name}>
            <dt>{headers ? header : wordsOf(name)}</dt>
            {value === '' ? (
              <dd className="quiet-text">{t('lead.missing')}</dd>
            ) : columnOf(ruleset, data, 'field', name).type === 'list' ? (
              <dd>{value}</dd>
            ) : (
              <dd>
                <button
                  type="button"
                  className="cell-link"
                  title={t('lead.same_value', { field: wordsOf(name), value })}
                  onClick={() => showLeads({ where: JSON.stringify({ field: name, in: [value] }) })}
                >
                  {value}
                </button>
              </dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  );
}
