import { useState } from 'react';
import { found } from '../../find';
import { t } from '../../i18n';
import { shortcutIds, shortcuts } from '../../shortcuts';
import { closeSheet } from '../../state/sheet';
import { Dialog } from '../../ui/dialog';
import { SearchField } from '../../ui/search-field';
import { KeyTable } from './key-table';
import { type Topic, type TopicPart, topicParts } from './topics';
import './style.css';

const wordsOf = ({ title, texts, example = '' }: Topic) => [title, ...texts, example].join(' ');

// A part whose title answers shows whole.
function answering(part: TopicPart, typed: string): TopicPart {
  const whole = found([part.title], typed, (title) => title).length > 0;
  return whole ? part : { ...part, topics: found(part.topics, typed, wordsOf) };
}

function TopicWords({ topic: { title, texts, example } }: { topic: Topic }) {
  return (
    <>
      {title && <h4>{title}</h4>}
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {example && <p className="quiet-text">{example}</p>}
    </>
  );
}

function Part({ part: { id, title, steps, topics } }: { part: TopicPart }) {
  const List = steps ? 'ol' : 'ul';
  return (
    <section className="help-part" aria-labelledby={`help-${id}`}>
      <h3 id={`help-${id}`}>{title}</h3>
      <List className={steps ? 'steps' : undefined}>
        {topics.map((topic) => (
          <li key={topic.id}>
            <TopicWords topic={topic} />
          </li>
        ))}
      </List>
    </section>
  );
}

/** What the page is for and what its words mean; typing shows what speaks of that. */
export default function Help() {
  const [typed, setTyped] = useState('');
  const parts = topicParts()
    .map((part) => answering(part, typed))
    .filter(({ topics }) => topics.length > 0);
  const keys = found(
    shortcutIds,
    typed,
    (id) => `${t('help.keys')} ${t(`shortcut.${id}`)} ${shortcuts[id].keys.join(' ')}`,
  );
  const count = parts.reduce((sum, { topics }) => sum + topics.length, keys.length);
  return (
    <Dialog look="sheet" title={t('help.title')} onClose={closeSheet}>
      <div className="help">
        <SearchField label={t('help.search')} value={typed} onChange={setTyped} />
        <p className="quiet-text" role="status">
          {typed.trim() !== '' && (count === 0 ? t('help.none', { query: typed }) : t('help.found', { count }))}
        </p>
        {parts.map((part) => (
          <Part key={part.id} part={part} />
        ))}
        {keys.length > 0 && <KeyTable ids={keys} />}
      </div>
    </Dialog>
  );
}
