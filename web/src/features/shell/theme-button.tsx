import { useState } from 'react';
import { t } from '../../i18n';
import { nextTheme, setTheme, themeNow } from '../../state/theme';
import { Button } from '../../ui/button';

const icons = { auto: 'auto', light: 'sun', dark: 'moon' } as const;

export function ThemeButton() {
  const [theme, show] = useState(themeNow);
  const change = () => {
    const next = nextTheme(theme);
    setTheme(next);
    show(next);
  };
  return <Button look="quiet" icon={icons[theme]} aria-label={t(`theme.${theme}`)} onPress={change} />;
}
