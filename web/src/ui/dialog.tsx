import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { t } from '../i18n';
import { Button } from './button';

export interface DialogProps {
  title: string;
  /** question: must be answered, so a click beside it does not close it. sheet: stands at the side. */
  look?: 'dialog' | 'question' | 'sheet';
  onClose: () => void;
  children: ReactNode;
}

/** Lies over the page and keeps the focus until it is closed; Escape closes it. Open as long as it is there. */
export function Dialog({ title, look = 'dialog', onClose, children }: DialogProps) {
  const question = look === 'question';
  return (
    <ModalOverlay
      className={`dialog-overlay ${look}`}
      isOpen
      isDismissable={!question}
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className="dialog-frame">
        <AriaDialog className="dialog-content" role={question ? 'alertdialog' : 'dialog'}>
          <header className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {!question && <Button look="quiet" icon="close" aria-label={t('dialog.close')} onPress={onClose} />}
          </header>
          <div className="dialog-body">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
