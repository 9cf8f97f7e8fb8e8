import { files, type PageFile, serviceWorker } from 'virtual:mqlab-page-files';
import { useState } from 'react';
import { formatBytes } from '../../format';
import { t } from '../../i18n';
import { keptFile } from '../../state/offline';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';

/** Of the copy on this device, beside the list: none where it is not kept. */
type Verdict = 'same' | 'other' | 'none';

async function compare({ name, sha256 }: PageFile): Promise<Verdict> {
  const blob = await keptFile(name);
  if (!blob) return 'none';
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('') === sha256 ? 'same' : 'other';
}

function FileRow({ file, verdict }: { file: PageFile; verdict: Verdict | undefined }) {
  return (
    <tr>
      <th scope="row">{file.name}</th>
      <td className="number">{formatBytes(file.bytes)}</td>
      <td>
        <code>{file.sha256}</code>
      </td>
      {verdict && (
        <td className={`verdict ${verdict}`}>
          {verdict !== 'none' && <Icon name={verdict === 'same' ? 'check' : 'warning'} />} {t(`files.${verdict}`)}
        </td>
      )}
    </tr>
  );
}

/** All that the page consists of. */
export function FilesCard() {
  const [verdicts, setVerdicts] = useState<ReadonlyMap<string, Verdict>>(new Map());
  if (files.length === 0) return null;
  const check = async () => {
    const found = await Promise.all(files.map(async (file) => [file.name, await compare(file)] as const));
    setVerdicts(new Map(found));
  };
  const total = files.reduce((bytes, file) => bytes + file.bytes, 0);
  return (
    <section className="card" aria-labelledby="files-title">
      <div className="section-head">
        <h2 id="files-title">{t('files.title')}</h2>
        <Button onPress={check}>{t('files.check')}</Button>
      </div>
      <p className="quiet-text">{t('files.what', { count: files.length, size: formatBytes(total) })}</p>
      <details>
        <summary>{t('files.show')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
        <section className="scrolled" tabIndex={0} aria-label={t('files.show')}>
          <table className="files">
            <thead>
              <tr>
                <th scope="col">{t('files.name')}</th>
                <th scope="col">{t('files.size')}</th>
                <th scope="col">SHA-256</th>
                {verdicts.size > 0 && <th scope="col">{t('files.here')}</th>}
              </tr>
            </thead>
            <tbody>
              {files.map((file) => (
                <FileRow key={file.name} file={file} verdict={verdicts.get(file.name)} />
              ))}
            </tbody>
          </table>
        </section>
      </details>
      <div role="status">{verdicts.size > 0 && <CheckedNote verdicts={[...verdicts.values()]} />}</div>
      <details>
        <summary>{t('files.service_worker')}</summary>
        <p className="quiet-text">{t('files.service_worker_what')}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
        <pre className="scrolled source" tabIndex={0}>
          {serviceWorker}
        </pre>
      </details>
    </section>
  );
}

function CheckedNote({ verdicts }: { verdicts: Verdict[] }) {
  const count = (wanted: Verdict) => verdicts.filter((verdict) => verdict === wanted).length;
  if (count('other') > 0) return <p className="note bad">{t('files.differ', { count: count('other') })}</p>;
  if (count('same') === 0) return <p className="note">{t('files.not_kept')}</p>;
  return <p className="note good">{t('files.agree', { count: count('same') })}</p>;
}
