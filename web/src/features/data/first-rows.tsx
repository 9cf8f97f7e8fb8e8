import { t } from '../../i18n';
import type { Understanding } from '../../import/protocol';
import { fieldWords } from './words';

const SHOWN = 8;

/** The first rows as the file has them. */
export function FirstRows({ reading, name }: { reading: Understanding; name: string }) {
  const { columns, first_rows: rows } = reading;
  return (
    <details className="more-choices">
      <summary>{t('data.show_rows')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard */}
      <section className="first-rows" tabIndex={0} aria-label={t('data.first_rows', { name })}>
        <table>
          <thead>
            <tr>
              {columns.map(({ header, field, type }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file, in its order
                <th key={index} scope="col" className={field ? 'mapped' : undefined}>
                  {header}
                  <small>
                    {field ? t('data.column', { name: fieldWords(field), type: t(`type.${type}`) }) : t(`type.${type}`)}
                  </small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file, in its order
              <tr key={index}>
                {row.map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells of a row, in its order
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
