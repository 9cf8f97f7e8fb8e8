import { files } from 'virtual:mqlab-page-files';
import { formatBytes } from '../../format';
import { t } from '../../i18n';
import { Icon } from '../../ui/icon';
import { FilesCard } from './files-card';
import { Forget } from './forget';
import { ProofCard } from './proof-card';
import './style.css';

// The one-file page has no list of files and no host.
const hosted = files.length > 0;

const policy = (): string[] =>
  document.querySelector('meta[http-equiv=Content-Security-Policy]')?.getAttribute('content')?.split('; ') ?? [];

function PolicyCard() {
  const directives = policy();
  if (directives.length === 0) return null;
  return (
    <section className="card" aria-labelledby="policy-title">
      <h2 id="policy-title">{t('policy.title')}</h2>
      <p className="quiet-text">{t('policy.what')}</p>
      {hosted && <p className="quiet-text">{t('policy.service_worker')}</p>}
      <ul className="policy">
        {directives.map((directive) => (
          <li key={directive}>
            <code>{directive}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

const notStopped = ['links', 'extensions', ...(hosted ? (['host', 'updates'] as const) : [])] as const;

function LimitsCard() {
  return (
    <section className="card" aria-labelledby="limits-title">
      <h2 id="limits-title">{t('limits.title')}</h2>
      <ul className="limits">
        {notStopped.map((limit) => (
          <li key={limit}>{t(`limits.${limit}`)}</li>
        ))}
      </ul>
    </section>
  );
}

/** The page in one file, to be opened from disk. That file itself has no need of it. */
function OneFileCard() {
  const file = files.find(({ name }) => name === 'mqlab.html');
  return (
    <section className="card" aria-labelledby="one-file-title">
      <h2 id="one-file-title">{t('one_file.title')}</h2>
      <p>{t(file ? 'one_file.offer' : 'one_file.this_is')}</p>
      {file && (
        <>
          <p>
            <a className="button primary" href={`./${file.name}`} download={file.name}>
              <Icon name="download" />
              <span>{t('one_file.download', { size: formatBytes(file.bytes) })}</span>
            </a>
          </p>
          <p className="quiet-text hash">
            SHA-256 <code>{file.sha256}</code>
          </p>
        </>
      )}
      <p className="quiet-text">{t('one_file.wifi')}</p>
    </section>
  );
}

/** What the page promises, and how anyone can see that it holds. */
export default function Privacy() {
  return (
    <div className="privacy-screen">
      <div className="promise">
        <h1>{t('privacy.promise')}</h1>
        <p>{t('privacy.how')}</p>
      </div>
      <div className="privacy-column">
        <ProofCard />
        <PolicyCard />
      </div>
      <div className="privacy-column">
        <LimitsCard />
        <OneFileCard />
        <section className="card" aria-labelledby="forget-title">
          <Forget />
        </section>
      </div>
      <FilesCard />
    </div>
  );
}
