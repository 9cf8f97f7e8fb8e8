import { t } from '../../i18n';
import { chooseLanguage, isLanguage, languageNow, languages } from '../../i18n/language';

const ID = 'language';

async function choose(value: string) {
  if (!isLanguage(value)) return;
  await chooseLanguage(value);
  document.getElementById(ID)?.focus(); // the page was made anew
}

/** The browser's own list: small, and good on every phone. */
export function LanguageSelect() {
  const now = languageNow();
  return (
    <span className="language">
      <span aria-hidden="true">{now.toUpperCase()}</span>
      <select id={ID} aria-label={t('header.language')} value={now} onChange={(event) => choose(event.target.value)}>
        {Object.entries(languages).map(([id, { name }]) => (
          <option key={id} value={id} lang={id}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
