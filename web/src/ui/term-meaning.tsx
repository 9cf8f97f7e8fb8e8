import type { RefObject } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Popover } from 'react-aria-components/Popover';
import { t } from '../i18n';
import { type TermId, termExample, termMeaning, termName } from '../terms';

export interface TermMeaningProps {
  id: TermId;
  of: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
}

/** The meaning of a term beside the words; Escape or a press elsewhere closes it. */
export default function TermMeaning({ id, of, onClose }: TermMeaningProps) {
  return (
    <Popover className="popover term-meaning" triggerRef={of} isOpen onOpenChange={(open) => !open && onClose()}>
      <Dialog className="term-dialog">
        <Heading slot="title" level={2}>
          {termName(id)}
        </Heading>
        <p>{termMeaning(id)}</p>
        <p className="quiet-text">{t('help.example', { example: termExample(id) })}</p>
      </Dialog>
    </Popover>
  );
}
