import type { RowColumn } from '../../engine/protocol';
import { t } from '../../i18n';
import { Icon } from '../../ui/icon';
import type { Crm } from './crm';

/** The headers of a file for a CRM or mail system, or why there can be none. */
export function CrmColumns({ crm, columns }: { crm: Crm; columns: RowColumn[] | null }) {
  if (!columns) {
    return (
      <p className="note warn">
        <Icon name="warning" /> {t(`export.no_key.${crm}`)}
      </p>
    );
  }
  return (
    <div className="export-part">
      <h3>{t('export.crm_columns')}</h3>
      <ul className="export-headers">
        {columns.map(({ header }) => (
          <li key={header}>{header}</li>
        ))}
      </ul>
      <p className="quiet-text">{t(`export.crm_hint.${crm}`)}</p>
    </div>
  );
}
