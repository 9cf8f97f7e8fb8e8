import { useEffect } from 'react';
import { t } from '../../i18n';
import { chooseLanguage, isLanguage, type Language, languageNow, languages } from '../../i18n/language';

const ID = 'language';

let chosen = false;

function choose(value: string) {
  if (!isLanguage(value)) return;
  chosen = true;
  chooseLanguage(value);
}

/** The page is made anew with its language, and the keys stay at the choice. Of what has the page in it: after all that takes the keys. */
export function useKeysAtChoice(language: Language) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each language
  useEffect(() => {
    if (chosen) document.getElementById(ID)?.focus();
    chosen = false;
  }, [language]);
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
