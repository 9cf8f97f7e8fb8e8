import type { Explanation } from '../../engine/protocol';
import { t } from '../../i18n';
import { humanize } from '../../ruleset/words';

export function LeadFields({ explanation }: { explanation: Explanation }) {
  return (
    <section className="panel-part" aria-labelledby="fields-title">
      <h2 id="fields-title">{t('lead.fields')}</h2>
      <dl className="lead-fields">
        <div>
          <dt>{t('lead.id')}</dt>
          <dd>{explanation.id}</dd>
        </div>
        {explanation.fields.map(({ name, value }) => (
          <div key={name}>
            <dt>{humanize(name)}</dt>
            <dd className={value === '' ? 'quiet-text' : undefined}>{value === '' ? t('lead.missing') : value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
