import { formatNumber } from '../../format';
import { t } from '../../i18n';
import { isLanguage, languages } from '../../i18n/language';
import type { LinkDocument } from '../../state/rules-link';

/** All that a link holds, word for word. */
export function LinkContents({ document }: { document: LinkDocument }) {
  const { sample, language, rules } = document;
  return (
    <details className="link-contents">
      <summary>{t('share.contents')}</summary>
      <dl>
        {sample && (
          <div>
            <dt>{t('share.sample')}</dt>
            <dd>
              {t('share.sample_facts', {
                count: sample.leads,
                number: formatNumber(sample.leads),
                seed: String(sample.seed),
              })}
            </dd>
          </div>
        )}
        {language && (
          <div>
            <dt>{t('share.language')}</dt>
            <dd>{isLanguage(language) ? languages[language].name : language}</dd>
          </div>
        )}
        <div>
          <dt>{t('share.rules')}</dt>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
          <dd tabIndex={0}>
            <pre>{rules}</pre>
          </dd>
        </div>
      </dl>
    </details>
  );
}
