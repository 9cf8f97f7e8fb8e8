import type { TablePreview } from '../../engine/protocol';
import { t } from '../../i18n';
import { humanize } from '../../ruleset/words';

const SHOWN = 8;

export function FirstRows({ preview, name }: { preview: TablePreview; name: string }) {
  const { columns } = preview.report;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
    <section className="first-rows" tabIndex={0} aria-label={t('data.first_rows', { name })}>
      <table>
        <thead>
          <tr>
            {columns.map(({ header, name, type }) => (
              <th key={header} scope="col">
                {header}
                <small>{t('data.column', { name: humanize(name), type: t(`type.${type}`) })}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.slice(0, SHOWN).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file, in its order
            <tr key={index}>
              {columns.map(({ header }, column) => (
                <td key={header}>{row[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
