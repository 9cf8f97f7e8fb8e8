import { useState } from 'react';
import type { Attempt } from '../../engine/attempt';
import { type MessageKey, t } from '../../i18n';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { tryWay, type Way, ways } from './proof';

type Outcomes = Partial<Record<Way, Attempt>>;

function Outcome({ way, outcome }: { way: Way; outcome: Attempt | undefined }) {
  return (
    <li data-stopped={outcome?.stopped}>
      {outcome ? <Icon name={outcome.stopped ? 'check' : 'warning'} /> : <span className="not-yet" />}
      <span>
        {t(`proof.${way}` as MessageKey)}
        {outcome && (
          <span className="evidence">
            <b>{t(outcome.stopped ? 'proof.stopped' : 'proof.passed')}</b>{' '}
            {outcome.directive && <code>{outcome.directive}</code>} {outcome.error && <code>{outcome.error}</code>}
            {way === 'webrtc' && outcome.stopped && t('proof.taken_away')}
          </span>
        )}
      </span>
    </li>
  );
}

/** Tries to send in every way there is, before the reader's eyes. */
export function ProofCard() {
  const [outcomes, setOutcomes] = useState<Outcomes>({});
  const [running, setRunning] = useState(false);
  const run = async () => {
    setRunning(true);
    setOutcomes({});
    for (const way of ways) {
      const outcome = await tryWay(way);
      setOutcomes((before) => ({ ...before, [way]: outcome }));
    }
    setRunning(false);
  };
  const all = Object.values(outcomes);
  const stopped = all.filter((outcome) => outcome.stopped).length;
  const done = all.length === ways.length;
  return (
    <section className="card" aria-labelledby="proof-title">
      <div className="section-head">
        <h2 id="proof-title">{t('proof.title')}</h2>
        <Button look="primary" isDisabled={running} onPress={run}>
          {t(done ? 'proof.again' : 'proof.run')}
        </Button>
      </div>
      <p className="quiet-text">{t('proof.what')}</p>
      <ul className="proof">
        {ways.map((way) => (
          <Outcome key={way} way={way} outcome={outcomes[way]} />
        ))}
      </ul>
      <div role="status">
        {done && (
          <p className={stopped === all.length ? 'note good' : 'note bad'}>
            {t('proof.result', { stopped, all: all.length })}
          </p>
        )}
      </div>
    </section>
  );
}
