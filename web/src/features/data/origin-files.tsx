import { formatNumber } from '../../format';
import { t } from '../../i18n';
import { type Origin, problemsOf } from '../../import/draft';
import { IssueList } from './issue-list';
import { Joined } from './joined';
import { sourceWords } from './words';

/** The files that the data on the screen was made of, and what became of their rows. */
export function OriginFiles({ origin }: { origin: Origin }) {
  return (
    <>
      <div className="loaded-tables">
        {origin.files.map((file, index) => {
          const news = origin.issues[index];
          return (
            <div key={file.path}>
              <h3>{file.name}</h3>
              <p className="quiet-text">
                {sourceWords(file.reading)} · {t('data.loading_rows', rowsOf(file.reading.rows))}
              </p>
              <IssueList report={problemsOf(file.reading)} />
              {news && <IssueList report={news} />}
            </div>
          );
        })}
      </div>
      {origin.report && <Joined report={origin.report} />}
    </>
  );
}

const rowsOf = (count: number) => ({ count, number: formatNumber(count) });
