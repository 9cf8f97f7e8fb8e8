import { useState } from 'react';
import { formatBytes, formatDate } from '../../format';
import { t } from '../../i18n';
import { ruleCountIn } from '../../ruleset/name';
import { deleteKeptRules, type KeptRules, openKeptRules, renameKeptRules, useKeptRules } from '../../state/rule-sets';
import { closeSheet } from '../../state/sheet';
import { Button } from '../../ui/button';
import type { Tell } from './keeping-note';
import { NameForm } from './name-form';
import { ReplaceQuestion } from './replace-question';

function Facts({ text, at }: KeptRules) {
  const rules = t('rule_sets.rules', { count: ruleCountIn(text) });
  const size = formatBytes(new Blob([text]).size);
  return <span className="quiet-text">{t('rule_sets.facts', { rules, size, date: formatDate(at) })}</span>;
}

function KeptRow({ rules, tell }: { rules: KeptRules; tell: Tell }) {
  const others = useKeptRules();
  const [naming, setNaming] = useState(false);
  const [blocked, setBlocked] = useState<KeptRules | null>(null);
  const { name } = rules;
  const rename = (to: string) => {
    setNaming(false);
    setBlocked(null);
    tell({ name: to, outcome: renameKeptRules(rules, to) });
  };
  const renameUnless = (to: string) => {
    const there = others.find((other) => other.name === to && to !== name);
    if (there) setBlocked(there);
    else rename(to);
  };
  const open = () => {
    openKeptRules(rules);
    closeSheet();
  };
  const remove = () => {
    deleteKeptRules(rules);
    tell({ deleted: rules });
  };
  return (
    <li>
      <div className="kept-row">
        <p>
          <b>{name}</b>
          <Facts {...rules} />
        </p>
        <Button aria-label={t('rule_sets.open_named', { name })} onPress={open}>
          {t('rule_sets.open')}
        </Button>
        <Button look="quiet" icon="edit" aria-label={t('rule_sets.rename', { name })} onPress={() => setNaming(true)} />
        <Button look="quiet" icon="bin" aria-label={t('rule_sets.delete', { name })} onPress={remove} />
      </div>
      {naming && !blocked && <NameForm name={name} onName={renameUnless} onCancel={() => setNaming(false)} />}
      {blocked && (
        <ReplaceQuestion there={blocked} onReplace={() => rename(blocked.name)} onCancel={() => setBlocked(null)} />
      )}
    </li>
  );
}

/** The rule sets of this browser, the newest first. */
export function KeptList({ tell }: { tell: Tell }) {
  const list = useKeptRules();
  return (
    <section aria-labelledby="kept-title">
      <h3 id="kept-title">{t('rule_sets.kept')}</h3>
      {list.length > 0 && (
        <ul className="kept-list">
          {list.map((rules) => (
            <KeptRow key={rules.name} rules={rules} tell={tell} />
          ))}
        </ul>
      )}
      <p className="quiet-text">{t(list.length > 0 ? 'rule_sets.kept_hint' : 'rule_sets.none')}</p>
    </section>
  );
}
