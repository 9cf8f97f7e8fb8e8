import type { TablePreview } from '../../engine/protocol';
import { t } from '../../i18n';
import { humanize } from '../../ruleset/words';
import { mappedNames } from './mapping';

const SHOWN = 8;

export function FirstRows({ preview, name }: { preview: TablePreview; name: string }) {
  const { columns, kind } = preview.report;
  // What the table cannot do without stands first.
  const mapped: readonly string[] = mappedNames[kind];
  const rank = (index: number) => (mapped.includes(columns[index]?.name ?? '') ? 0 : 1);
  const order = [...columns.keys()].sort((a, b) => rank(a) - rank(b));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
    <section className="first-rows" tabIndex={0} aria-label={t('data.first_rows', { name })}>
      <table>
        <thead>
          <tr>
            {order.map((column) => {
              const { header = '', name: meaning = '', type = 'text' } = columns[column] ?? {};
              return (
                <th key={column} scope="col" className={rank(column) === 0 ? 'mapped' : undefined}>
                  {header}
                  <small>{t('data.column', { name: humanize(meaning), type: t(`type.${type}`) })}</small>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {preview.rows.slice(0, SHOWN).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file, in its order
            <tr key={index}>
              {order.map((column) => (
                <td key={column}>{row[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
