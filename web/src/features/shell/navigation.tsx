import { t } from '../../i18n';
import { ariaKeys, onMac } from '../../shortcuts';
import { useCharacterKeys } from '../../state/character-keys';
import { mainScreens, type Screen } from '../../state/route';
import { Icon } from '../../ui/icon';

export function Navigation({ screen }: { screen: Screen }) {
  const characters = useCharacterKeys();
  const current = screen === 'lead' ? 'leads' : screen;
  return (
    <nav className="navigation" aria-label={t('nav.label')}>
      {mainScreens.map((name) => (
        <a
          key={name}
          href={`#/${name}`}
          aria-current={name === current ? 'page' : undefined}
          aria-keyshortcuts={ariaKeys(name, onMac(), characters)}
        >
          <Icon name={name} />
          <span>{t(`nav.${name}`)}</span>
        </a>
      ))}
    </nav>
  );
}
