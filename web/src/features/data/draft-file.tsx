import { formatNumber } from '../../format';
import { t } from '../../i18n';
import { type DraftFile, problemsOf } from '../../import/draft';
import type { Understanding } from '../../import/protocol';
import { removeFile } from '../../state/import';
import { Button } from '../../ui/button';
import { FileChoices } from './file-choices';
import { FileColumns } from './file-columns';
import { FileTypes } from './file-values';
import { FirstRows } from './first-rows';
import { IssueList } from './issue-list';
import { delimiterWords, sourceWords, sureness } from './words';

// A file of few columns is shown whole; one of many where something is in doubt.
const FEW = 8;
const needsLook = ({ columns, confidence }: Understanding): boolean =>
  columns.length <= FEW ||
  sureness(confidence) === 'check' ||
  columns.some((column) => column.field && sureness(column.confidence) === 'check');

/** A file that was given: what it is taken for, every guess changeable. */
export function DraftFileCard({ file }: { file: DraftFile }) {
  const { reading, name } = file;
  const sure = sureness(reading.confidence);
  const known = reading.columns.filter(({ field }) => field).length;
  return (
    <section className="draft-file" aria-label={name}>
      <div className="draft-head">
        <h3>{name}</h3>
        <p>
          <b>{sourceWords(reading)}</b> <span className={`sureness ${sure}`}>{t(`sureness.${sure}`)}</span>
        </p>
        <Button look="quiet" icon="close" aria-label={t('data.remove', { name })} onPress={() => removeFile(file)} />
      </div>
      <p className="quiet-text">
        {t('data.understood', {
          rows: formatNumber(reading.rows),
          encoding: reading.encoding,
          delimiter: delimiterWords(reading.delimiter),
        })}
      </p>
      {reading.partial && <p className="note">{t('data.partial', { rows: formatNumber(reading.rows) })}</p>}
      {reading.kind === 'costs' && <p className="note">{t('data.costs')}</p>}
      <IssueList report={problemsOf(reading)} />
      {reading.columns.length > 0 && (
        <>
          <details className="more-choices" open={needsLook(reading)}>
            <summary>{t('data.known_columns', { known, columns: reading.columns.length })}</summary>
            <FileColumns file={file} />
          </details>
          <FileTypes file={file} />
          <details className="more-choices">
            <summary>{t('data.how_read')}</summary>
            <FileChoices file={file} />
          </details>
          <FirstRows reading={reading} name={name} />
        </>
      )}
    </section>
  );
}
