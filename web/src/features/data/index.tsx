import { useState } from 'react';
import { t } from '../../i18n';
import { openSample } from '../../state/actions';
import { acceptedFiles, openFiles, openText } from '../../state/import';
import { useApp } from '../../state/store';
import { Button } from '../../ui/button';
import { FileButton } from '../../ui/file-button';
import { Icon } from '../../ui/icon';
import { DraftCard } from './draft-card';
import { LoadedCard } from './loaded-card';
import { LoadingCard } from './loading-card';
import './style.css';

function PasteArea({ onDone }: { onDone: () => void }) {
  const [text, setText] = useState('');
  const open = () => {
    openText(text);
    onDone();
  };
  return (
    <div className="paste-area">
      <label htmlFor="pasted">{t('data.paste_hint')}</label>
      <textarea
        id="pasted"
        rows={6}
        value={text}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="actions">
        <Button look="primary" isDisabled={text.trim() === ''} onPress={open}>
          {t('data.show_preview')}
        </Button>
        <Button onPress={onDone}>{t('data.cancel')}</Button>
      </div>
    </div>
  );
}

export default function Data() {
  const draft = useApp((state) => state.draft);
  const loading = useApp((state) => state.loading);
  const [pasting, setPasting] = useState(false);
  return (
    <div className="data">
      <div className="screen-head">
        <h1>{t('nav.data')}</h1>
      </div>
      <section className="card drop-zone" aria-label={t('data.open')}>
        <Icon name="file" />
        <p className="drop-words">{t('data.drop')}</p>
        <p className="quiet-text">{t('data.formats')}</p>
        <div className="actions">
          <FileButton
            look="primary"
            icon="file"
            accept={acceptedFiles}
            multiple
            onFiles={(files) => openFiles(files.map((file) => ({ name: file.name, file })))}
          >
            {t('data.choose')}
          </FileButton>
          <Button icon="paste" onPress={() => setPasting(true)}>
            {t('data.paste')}
          </Button>
          <Button icon="sample" onPress={openSample}>
            {t('data.sample')}
          </Button>
        </div>
        {pasting && <PasteArea onDone={() => setPasting(false)} />}
      </section>
      {loading && <LoadingCard progress={loading} />}
      {draft && !loading && <DraftCard draft={draft} />}
      <LoadedCard />
      <p className="privacy">
        <Icon name="lock" />
        {t('data.private')}
      </p>
    </div>
  );
}
