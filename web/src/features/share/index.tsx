import { useEffect, useId, useRef, useState } from 'react';
import { formatNumber } from '../../format';
import { t } from '../../i18n';
import { languageNow } from '../../i18n/language';
import { downloadRules } from '../../state/download';
import { type LinkDocument, linkBytes, MOST_LENGTH, packLink, SAFE_LENGTH } from '../../state/rules-link';
import { closeSheet } from '../../state/sheet';
import { useApp } from '../../state/store';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Icon } from '../../ui/icon';
import { LinkContents } from './link-contents';
import './style.css';

function useLinkDocument(): LinkDocument {
  const rules = useApp((state) => (state.faulty && state.valid ? state.valid.text : state.text));
  const source = useApp((state) => state.source);
  const sample = source?.kind === 'sample' ? { sample: { seed: source.seed, leads: source.leads } } : {};
  return { v: 1, rules, ...sample, language: languageNow() };
}

// A page that was opened from disk has an address that is of no use to others, and names folders of this machine.
const address = () => (location.protocol === 'file:' ? '' : location.href.replace(/#.*/, ''));

function usePacked(document: LinkDocument): string | null {
  const [packed, setPacked] = useState<string | null>(null);
  const words = JSON.stringify(document);
  useEffect(() => {
    let wanted = true;
    packLink(JSON.parse(words)).then((hash) => wanted && setPacked(address() + hash));
    return () => {
      wanted = false;
    };
  }, [words]);
  return packed;
}

type Copied = 'no' | 'yes' | 'by_hand';

/** The link itself, with Copy. Where the clipboard is forbidden the text is marked, to be copied by hand. */
function LinkField({ link }: { link: string }) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<Copied>('no');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied('yes');
    } catch {
      field.current?.focus();
      field.current?.select();
      setCopied('by_hand');
    }
  };
  return (
    <div className="link-field">
      <label htmlFor={id}>{t('share.link')}</label>
      <textarea
        id={id}
        ref={field}
        className="control"
        readOnly
        rows={3}
        value={link}
        spellCheck={false}
        onFocus={(event) => event.target.select()}
      />
      <div className="actions">
        <Button look="primary" icon={copied === 'yes' ? 'check' : 'link'} onPress={copy}>
          {t('share.copy')}
        </Button>
        <Button icon="download" onPress={downloadRules}>
          {t('share.save_file')}
        </Button>
        <p className="quiet-text" role="status">
          {copied === 'yes' && t('share.copied')}
          {copied === 'by_hand' && t('share.copy_by_hand')}
        </p>
      </div>
    </div>
  );
}

function LengthNote({ length, bytes }: { length: number; bytes: number }) {
  const values = { length: formatNumber(length), bytes: formatNumber(bytes), limit: formatNumber(SAFE_LENGTH) };
  const fine = length <= SAFE_LENGTH;
  return (
    <div className={fine ? 'note good' : 'note warn'}>
      <Icon name={fine ? 'check' : 'warning'} />
      <p>{t(fine ? 'share.length' : 'share.length_long', values)}</p>
    </div>
  );
}

export default function Share() {
  const document = useLinkDocument();
  const faulty = useApp((state) => state.faulty);
  const link = usePacked(document);
  const tooLong = link !== null && link.length > MOST_LENGTH;
  return (
    <Dialog title={t('share.title')} onClose={closeSheet}>
      <div className="share">
        <p>{t('share.what')}</p>
        {faulty && <p className="note warn">{t('share.faulty')}</p>}
        {tooLong && (
          <>
            <div className="note bad">
              <Icon name="warning" />
              <p>{t('share.too_long', { length: formatNumber(link.length), limit: formatNumber(MOST_LENGTH) })}</p>
            </div>
            <div className="actions">
              <Button look="primary" icon="download" onPress={downloadRules}>
                {t('share.save_file')}
              </Button>
            </div>
          </>
        )}
        {link !== null && !tooLong && (
          <>
            <LinkField link={link} />
            <LengthNote length={link.length} bytes={linkBytes(document).length} />
          </>
        )}
        {address() === '' && <p className="quiet-text">{t('share.from_file')}</p>}
        <p className="quiet-text">{t('share.your_words')}</p>
        <LinkContents document={document} />
      </div>
    </Dialog>
  );
}
