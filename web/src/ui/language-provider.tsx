import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { localeNow } from '../i18n/language';

/** Widgets in the language of the page. Made anew with it, as nothing inside asks for the language again. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  return <I18nProvider locale={localeNow()}>{children}</I18nProvider>;
}
