import { Fragment } from 'react';

const QUOTED = /\u2068([^\u2069]*)\u2069/;

/** A sentence in which values of the data, between isolates, are set apart from the words. */
export function Sentence({ text }: { text: string }) {
  return text.split(QUOTED).map((part, index) => {
    const key = `${index} ${part}`;
    return index % 2 === 1 ? (
      <bdi key={key} className="value">
        {part}
      </bdi>
    ) : (
      <Fragment key={key}>{part}</Fragment>
    );
  });
}

const TAGGED = /<(\d)>(.*?)<\/\1>/;

/** A text whose first tagged part, "<0>412</0> leads", is strong. */
export function StrongPart({ text }: { text: string }) {
  const [before, , strong, after] = text.split(TAGGED);
  return (
    <>
      {before}
      {strong !== undefined && <strong>{strong}</strong>}
      {after}
    </>
  );
}
