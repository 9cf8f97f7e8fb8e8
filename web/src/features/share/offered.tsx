import { useState } from 'react';
import { formatNumber } from '../../format';
import { t } from '../../i18n';
import { isLanguage, languageNow, languages } from '../../i18n/language';
import { acceptOffer, closeOffer, useOffer } from '../../state/offered-link';
import type { LinkFault, OfferedRules } from '../../state/rules-link';
import { useApp } from '../../state/store';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { LinkContents } from './link-contents';
import './style.css';

function Unreadable({ fault }: { fault: LinkFault }) {
  return (
    <Dialog look="question" title={t('link.bad_title')} onClose={closeOffer}>
      <div className="share">
        <p>{t(`link.${fault}`)}</p>
        <p className="quiet-text">{t('link.nothing_changed')}</p>
        <div className="actions">
          <Button look="primary" onPress={closeOffer}>
            {t('link.go_on')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Question({ offer }: { offer: OfferedRules }) {
  const [withLanguage, setWithLanguage] = useState(false);
  const ownData = useApp((state) => state.source?.kind === 'tables');
  const { document, name, description, rules } = offer;
  const { sample, language } = document;
  const other = language && isLanguage(language) && language !== languageNow() ? languages[language].name : null;
  return (
    <Dialog look="question" title={t('link.title')} onClose={closeOffer}>
      <div className="share">
        <div className="offered">
          <h3>{name || t('link.unnamed')}</h3>
          {description && <p>{description}</p>}
          <p className="quiet-text">{t('link.rules', { count: rules })}</p>
        </div>
        <p>{t('link.undo')}</p>
        {sample && (
          <p className="quiet-text">
            {ownData
              ? t('link.own_data')
              : t('link.with_sample', { count: sample.leads, number: formatNumber(sample.leads) })}
          </p>
        )}
        {other && (
          <label className="tick">
            <input type="checkbox" checked={withLanguage} onChange={(event) => setWithLanguage(event.target.checked)} />
            <span>{t('link.with_language', { language: other })}</span>
          </label>
        )}
        <LinkContents document={document} />
        <div className="actions">
          <Button look="primary" onPress={() => acceptOffer(offer, withLanguage)}>
            {t('link.use')}
          </Button>
          <Button onPress={closeOffer}>{t('link.keep')}</Button>
        </div>
      </div>
    </Dialog>
  );
}

/** Asks before rules of a link take the place of those that are there. */
export default function Offered() {
  const offer = useOffer();
  if (!offer) return null;
  return typeof offer === 'string' ? <Unreadable fault={offer} /> : <Question offer={offer} />;
}
