import { useEffect, useState } from 'react';
import { t } from '../../i18n';
import { offerLink } from '../../state/offered-link';
import { rulesLinkIn } from '../../state/rules-link';
import { Icon } from '../../ui/icon';
import { inTextField } from './shortcuts';

// Not needed until somebody gives something.
const importing = () => import('../../state/import');

const named = (files: Iterable<File>) => [...files].map((file) => ({ name: file.name, file }));

const openAll = (files: ReturnType<typeof named>) => importing().then(({ openFiles }) => openFiles(files));

// A link with rules may be pasted too, as it came by chat or mail.
function openPasted(text: string, html: string) {
  const link = rulesLinkIn(text);
  if (link) offerLink(link);
  else importing().then(({ openText }) => openText(text, html));
}

function usePaste() {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (inTextField(event.target) || !event.clipboardData) return;
      const { files } = event.clipboardData;
      if (files.length > 0) openAll(named(files));
      else openPasted(event.clipboardData.getData('text/plain'), event.clipboardData.getData('text/html'));
    };
    addEventListener('paste', onPaste);
    return () => removeEventListener('paste', onPaste);
  }, []);
}

/** Files may be dropped, and cells pasted, anywhere on the page. */
export function DropTarget() {
  const [over, setOver] = useState(false);
  usePaste();
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const onDrag = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      openAll(named(event.dataTransfer?.files ?? []));
    };
    addEventListener('dragover', onDrag);
    addEventListener('dragleave', onLeave);
    addEventListener('drop', onDrop);
    return () => {
      removeEventListener('dragover', onDrag);
      removeEventListener('dragleave', onLeave);
      removeEventListener('drop', onDrop);
    };
  }, []);
  if (!over) return null;
  return (
    <div className="drop-target">
      <div>
        <Icon name="file" />
        <p>{t('drop.here')}</p>
        <p className="quiet-text">{t('drop.nothing_replaced')}</p>
      </div>
    </div>
  );
}
