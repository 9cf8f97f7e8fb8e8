import { Fragment, type ReactNode } from 'react';

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

const TAGGED = /<(\d)>(.*?)<\/\1>(.*)/s;

/** A text whose first tagged part, "<0>412</0> leads", is strong. */
export function StrongPart({ text }: { text: string }) {
  return <Tagged text={text} tags={[(inside) => <strong>{inside}</strong>]} />;
}

/** A text whose tagged parts are shown each in its own way: that of <0> by the first, that of <1> by the second... */
export function Tagged({ text, tags }: { text: string; tags: ((inside: string) => ReactNode)[] }) {
  const [before, tag, inside = '', after = ''] = text.split(TAGGED);
  if (tag === undefined) return before;
  return (
    <>
      {before}
      {tags[Number(tag)]?.(inside)}
      <Tagged text={after} tags={tags} />
    </>
  );
}
