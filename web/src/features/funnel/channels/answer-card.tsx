import { useId } from 'react';
import { formatNumber, formatShare } from '../../../format';
import { t } from '../../../i18n';
import { Icon } from '../../../ui/icon';
import { Sentence } from '../../../ui/sentence';
import { formatMoney } from '../money';
import { answerOf, type Gap, gapsOf } from './answer';
import type { ChannelsShown } from './channels-report';

function GapNote({ gap: { text, remedy } }: { gap: Gap }) {
  return (
    <li>
      <Icon name="warning" />
      <p>
        <Sentence text={text} />
        {remedy && (
          <>
            {' '}
            <a href="#/data">{t('channels.add_costs')}</a>
          </>
        )}
      </p>
    </li>
  );
}

function About({ answer, choice }: { answer: ChannelsShown['report']['answer']; choice: ChannelsShown['choice'] }) {
  const { conversions, cost, revenue, currency, marginPercent } = answer;
  const sums = { cost: formatMoney(cost, currency), revenue: formatMoney(revenue, currency) };
  return (
    <p className="quiet-text">
      {t('channels.total', { what: choice.aim, count: conversions, number: formatNumber(conversions), ...sums })}{' '}
      {marginPercent < 100 && `${t('channels.margin', { percent: formatShare(marginPercent, 100) })} `}
      {t('channels.caveat')}
    </p>
  );
}

/** Where the next money should go, as far as the figures tell, and what they do not hold. */
export function AnswerCard({ report: { answer }, choice, stale }: ChannelsShown) {
  const id = useId();
  const [first = '', ...others] = answerOf(answer, choice);
  const gaps = gapsOf(answer, choice);
  const { conversions } = answer;
  return (
    <section className={stale ? 'card money-answer stale' : 'card money-answer'} aria-labelledby={id} aria-busy={stale}>
      <h2 id={id}>{t('channels.question')}</h2>
      <p className="money-verdict" aria-live="polite">
        <Sentence text={first} />
      </p>
      {others.map((text) => (
        <p key={text}>
          <Sentence text={text} />
        </p>
      ))}
      {gaps.length > 0 && (
        <ul className="gaps">
          {gaps.map((gap) => (
            <GapNote key={gap.id} gap={gap} />
          ))}
        </ul>
      )}
      {conversions > 0 && <About answer={answer} choice={choice} />}
    </section>
  );
}
