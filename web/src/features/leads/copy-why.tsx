import { useState } from 'react';
import { t } from '../../i18n';
import { Button } from '../../ui/button';

/** Copies a text; where the browser forbids that, shows it to be copied by hand. */
export function CopyWhy({ text }: { text: () => string }) {
  const [copied, setCopied] = useState<'yes' | 'by hand' | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setCopied('yes');
    } catch {
      setCopied('by hand');
    }
  };
  return (
    <>
      <Button look="quiet" icon="copy" onPress={copy}>
        {t('lead.copy')}
      </Button>
      <p className="copy-note quiet-text" role="status">
        {copied && t(copied === 'yes' ? 'lead.copied' : 'lead.copy_by_hand')}
      </p>
      {copied === 'by hand' && (
        <textarea
          className="control copy-text"
          aria-label={t('lead.why')}
          readOnly
          rows={8}
          value={text()}
          onFocus={(event) => event.target.select()}
        />
      )}
    </>
  );
}
