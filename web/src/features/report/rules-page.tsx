import { t } from '../../i18n';
import { Sentence } from '../../ui/sentence';
import type { DocumentLine, DocumentPart, RulesDocument } from './rules-document';

function Line({ line: { title, sentences, points, off } }: { line: DocumentLine }) {
  const [only] = points;
  const single = points.length === 1 && only?.label === '';
  return (
    <li>
      <p>
        <b>{off ? t('rules_text.off', { rule: title }) : title}</b>
        {single && <b className="doc-points">{only?.points}</b>}
      </p>
      {sentences.map((sentence) => (
        <p key={sentence} className="doc-more">
          <Sentence text={sentence} />
        </p>
      ))}
      {!single && points.length > 0 && (
        <ul className="doc-values">
          {points.map(({ label, points: each }) => (
            <li key={label}>
              <Sentence text={t('lead.step', { name: label, points: each })} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Part({ part: { title, level, notes, lines } }: { part: DocumentPart }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section>
      <Heading>{title}</Heading>
      {notes.length > 0 && (
        <p className="doc-more">
          <Sentence text={notes.join(' · ')} />
        </p>
      )}
      <ul className="doc-lines">
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: titles may be the same, and the lines do not move
          <Line key={index} line={line} />
        ))}
      </ul>
    </section>
  );
}

/** All rules in words. */
export function RulesPage({ document: { title, about, parts } }: { document: RulesDocument }) {
  return (
    <article className="document">
      <header>
        <h1>{title}</h1>
        {about.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </header>
      {parts.map((part) => (
        <Part key={part.id} part={part} />
      ))}
    </article>
  );
}
