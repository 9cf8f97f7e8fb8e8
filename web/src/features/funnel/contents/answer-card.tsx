import { useId } from 'react';
import { t } from '../../../i18n';
import { Icon } from '../../../ui/icon';
import { Sentence } from '../../../ui/sentence';
import { answerOf, type ContentsShown } from './lifts';

/** Which content to look at first, and why that is no proof. */
export function AnswerCard({ report, outcome, stale }: ContentsShown) {
  const id = useId();
  const [first = '', ...others] = answerOf(report.answer.rows, outcome);
  return (
    <section className={stale ? 'card money-answer stale' : 'card money-answer'} aria-labelledby={id} aria-busy={stale}>
      <h2 id={id}>{t(`contents.question.${outcome}`)}</h2>
      <p className="money-verdict" aria-live="polite">
        <Sentence text={first} />
      </p>
      {others.map((text) => (
        <p key={text}>
          <Sentence text={text} />
        </p>
      ))}
      <ul className="gaps">
        <li>
          <Icon name="help" />
          <p>{t('contents.no_proof')}</p>
        </li>
      </ul>
    </section>
  );
}
