import { t } from '../../i18n';
import type { Screen } from '../../state/route';
import { Icon } from '../../ui/icon';

const screens = ['results', 'leads', 'rules', 'data'] as const;

export function Navigation({ screen }: { screen: Screen }) {
  const current = screen === 'lead' ? 'leads' : screen;
  return (
    <nav className="navigation" aria-label={t('nav.label')}>
      {screens.map((name) => (
        <a key={name} href={`#/${name}`} aria-current={name === current ? 'page' : undefined}>
          <Icon name={name} />
          <span>{t(`nav.${name}`)}</span>
        </a>
      ))}
    </nav>
  );
}
