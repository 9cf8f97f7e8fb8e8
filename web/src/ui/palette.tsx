import type { ReactNode } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { TextField } from 'react-aria-components/TextField';
import { Icon, type IconName } from './icon';

export interface PaletteChoice {
  id: string;
  name: string;
  /** Tells it apart from others of its name. */
  detail?: string;
  icon: IconName;
  /** At the end of its line. */
  mark?: ReactNode;
}

export interface PalettePart {
  id: string;
  title: string;
  choices: PaletteChoice[];
}

export interface PaletteProps {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
  parts: PalettePart[];
  /** Said when there is no choice. */
  empty: string;
  onChoose: (id: string) => void;
  onClose: () => void;
}

function Choice({ name, detail, icon, mark }: PaletteChoice) {
  return (
    <>
      <Icon name={icon} />
      <span className="palette-name">
        {name}
        {detail && <small>{detail}</small>}
      </span>
      {mark}
    </>
  );
}

/** One field over a list: typing narrows the list, arrows go through it while the field keeps the focus. */
export function Palette({ label, placeholder, value, onChange, parts, empty, onChoose, onClose }: PaletteProps) {
  return (
    <ModalOverlay
      className="dialog-overlay palette-overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className="dialog-frame">
        <Dialog className="palette" aria-label={label}>
          <Autocomplete inputValue={value} onInputChange={onChange}>
            <TextField className="palette-field" aria-label={label} autoFocus>
              <Icon name="search" />
              <Input type="search" placeholder={placeholder} />
            </TextField>
            <ListBox
              className="choices palette-list"
              aria-label={label}
              items={parts}
              selectionMode="none"
              onAction={(id) => onChoose(String(id))}
              renderEmptyState={() => <p className="empty">{empty}</p>}
            >
              {({ id, title, choices }) => (
                <ListBoxSection id={id} className="palette-part">
                  <Header className="palette-title">{title}</Header>
                  <Collection items={choices}>
                    {(choice) => (
                      <ListBoxItem className="choice" textValue={choice.name}>
                        <Choice {...choice} />
                      </ListBoxItem>
                    )}
                  </Collection>
                </ListBoxSection>
              )}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
