import { t } from '../../i18n';
import { type DraftFile, withField } from '../../import/draft';
import { fieldsOf } from '../../import/fields';
import type { ColumnReading } from '../../import/protocol';
import { tellOf } from '../../state/import';
import { Select } from '../../ui/select';
import { fieldWords, sureness } from './words';

const OWN = '-';

function Sure({ column }: { column: ColumnReading }) {
  if (!column.field) return null;
  const sure = sureness(column.confidence);
  return <span className={`sureness ${sure}`}>{t(`sureness.${sure}`)}</span>;
}

const LONGEST = 32;
const shortened = (cell: string): string => (cell.length > LONGEST ? `${cell.slice(0, LONGEST - 1)}…` : cell);

/** Each column, what is in it, and what it is taken for. */
export function FileColumns({ file }: { file: DraftFile }) {
  const { reading } = file;
  const fields = fieldsOf[reading.kind];
  return (
    <table className="file-columns" aria-label={t('data.columns', { name: file.name })}>
      <thead>
        <tr>
          <th scope="col">{t('data.column_header')}</th>
          <th scope="col">{t('data.column_samples')}</th>
          <th scope="col">{t('data.column_means')}</th>
        </tr>
      </thead>
      <tbody>
        {reading.columns.map((column, index) => {
          const header = column.header || t('data.no_header', { number: index + 1 });
          const others = column.field && !fields.includes(column.field) ? [column.field] : [];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file, in its order
            <tr key={index} className={column.field ? undefined : 'own'}>
              <th scope="row">{header}</th>
              <td className="samples">{column.samples.map(shortened).join(' · ') || t('data.empty_column')}</td>
              <td>
                <div className="means">
                  <Select
                    label={t('data.means', { header })}
                    labelHidden
                    choices={[
                      { id: OWN, name: t('data.own_column') },
                      ...[...others, ...fields].map((field) => ({ id: field, name: fieldWords(field) })),
                    ]}
                    value={column.field ?? OWN}
                    onChange={(field) =>
                      tellOf(file, { columns: withField(reading, index, field === OWN ? '' : field) ?? [] })
                    }
                  />
                  <Sure column={column} />
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
