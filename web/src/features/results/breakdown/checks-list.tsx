import { useState } from 'react';
import type { Quiet } from '../../../engine/protocol';
import { t } from '../../../i18n';
import { showLeads } from '../../../state/actions';
import type { Result } from '../../../state/app-state';
import { showOvershadowed, useLimits } from '../../../state/effects';
import { useApp } from '../../../state/store';
import { Button } from '../../../ui/button';
import { Icon } from '../../../ui/icon';
import { Sentence } from '../../../ui/sentence';
import { type Check, checks, type Target } from './checks';

const FEW = 4;

function Part({ text, target }: { text: string; target: Target }) {
  if ('href' in target) {
    return (
      <a className="link" href={target.href}>
        <Sentence text={text} />
      </a>
    );
  }
  const open = () => ('leads' in target ? showLeads(target.leads) : showOvershadowed(target.overshadowed));
  return (
    <button type="button" className="link" onClick={open}>
      <Sentence text={text} />
    </button>
  );
}

function Finding({ text, parts }: Check) {
  const [all, setAll] = useState(false);
  const shown = all ? parts : parts.slice(0, FEW);
  return (
    <li>
      <Icon name="warning" />
      <div>
        <p>{text}</p>
        <ul>
          {shown.map((part) => (
            <li key={part.text}>
              <Part {...part} />
            </li>
          ))}
          {shown.length < parts.length && (
            <li>
              <Button look="quiet" onPress={() => setAll(true)}>
                {t('check.more', { count: parts.length - shown.length })}
              </Button>
            </li>
          )}
        </ul>
      </div>
    </li>
  );
}

export function Checks({ result, quiet }: { result: Result; quiet: Quiet | null }) {
  const data = useApp((state) => state.data);
  const cells = useApp((state) => state.cellIssues);
  const warnings = useApp((state) => state.issues.filter(({ severity }) => severity === 'warning').length);
  const limits = useLimits();
  const found = checks({ result, data, cells, warnings, quiet, limits });
  return (
    <section className="card checks" aria-labelledby="checks-title">
      <h2 id="checks-title">{t('check.title')}</h2>
      {found.length === 0 && <p className="quiet-text">{t('check.nothing')}</p>}
      <ul>
        {found.map((check) => (
          <Finding key={check.text} {...check} />
        ))}
      </ul>
    </section>
  );
}
