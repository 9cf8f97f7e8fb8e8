import { t } from '../../i18n';
import { CopyText } from '../../ui/copy-text';

/** Copies the explanation of a lead. */
export function CopyWhy({ text }: { text: () => string }) {
  return (
    <CopyText
      label={t('lead.copy')}
      look="quiet"
      text={text}
      name={t('lead.why')}
      copied={t('lead.copied')}
      byHand={t('lead.copy_by_hand')}
    />
  );
}
