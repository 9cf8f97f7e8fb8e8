// Which form of the screen is open, and what rows do: one form at a time, below the row that it belongs to.
import { createContext, lazy, type ReactNode, Suspense, useContext, useState } from 'react';
import type { Issue } from '../../engine/protocol';
import { t } from '../../i18n';
import { issueRemedy, issueText } from '../../i18n/issue-text';
import type { Change } from '../../ruleset/rewrite';
import type { Ruleset } from '../../ruleset/ruleset';
import { changeRules } from '../../state/actions';
import type { Step } from '../../state/app-state';
import { Button } from '../../ui/button';

import type { ListKind, SettingKind } from './cards';

const Editor = lazy(() => import('./editor'));

export type OpenKind = 'rule' | 'score' | 'group' | 'about' | ListKind | SettingKind;

export interface Open {
  kind: OpenKind;
  name: string;
  /** Just added: its first field takes the focus. */
  fresh?: boolean;
}

interface Refusal {
  of: Open;
  issues: Issue[];
}

export interface Forms {
  ruleset: Ruleset;
  /** The text has faults: nothing can be changed here. */
  locked: boolean;
  open: Open | null;
  setOpen: (open: Open | null) => void;
  refusal: Refusal | null;
  /** Changes the rules on behalf of a row; when that would leave a fault, the row says which. */
  act: (of: Open, change: Change, step: Step) => Promise<boolean>;
}

const FormsContext = createContext<Forms | null>(null);

export function useForms(): Forms {
  const forms = useContext(FormsContext);
  if (!forms) throw new Error('a row stands outside of the list');
  return forms;
}

export const isOpen = (open: Open | null, kind: OpenKind, name: string): boolean =>
  open?.kind === kind && open.name === name;

export function FormsProvider(props: { ruleset: Ruleset; locked: boolean; children: ReactNode }) {
  const [open, setOpen] = useState<Open | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const act: Forms['act'] = async (of, change, step) => {
    const issues = await changeRules(change, step);
    setRefusal(issues.length > 0 ? { of, issues } : null);
    return issues.length === 0;
  };
  const { ruleset, locked } = props;
  return (
    <FormsContext value={{ ruleset, locked, open: locked ? null : open, setOpen, refusal, act }}>
      {props.children}
    </FormsContext>
  );
}

function Refused({ kind, name }: Open) {
  const { refusal } = useForms();
  if (!refusal || !isOpen(refusal.of, kind, name)) return null;
  return (
    <div className="note bad" role="alert">
      <p>{t('rules.refused')}</p>
      {refusal.issues.slice(0, 3).map((issue) => (
        <p key={`${issue.code} ${issue.path}`}>
          {issueText(issue)} {issueRemedy(issue)}
        </p>
      ))}
    </div>
  );
}

/** Below a row: its form while that is open, and why something was not done. */
export function FormOf({ kind, name }: Open) {
  const { ruleset, open, setOpen } = useForms();
  const opened = isOpen(open, kind, name);
  return (
    <>
      <Refused kind={kind} name={name} />
      {opened && (
        <div className="form-frame">
          <Suspense fallback={<p className="loading">{t('page.loading')}</p>}>
            <Editor ruleset={ruleset} open={open ?? { kind, name }} onRenamed={(to) => setOpen({ kind, name: to })} />
          </Suspense>
          <Button onPress={() => setOpen(null)}>{t('form.done')}</Button>
        </div>
      )}
    </>
  );
}

/** The words of a row as the button that opens its form. */
export function OpenButton({ kind, name, children }: Open & { children: ReactNode }) {
  const { open, setOpen, locked } = useForms();
  const opened = isOpen(open, kind, name);
  return (
    <button
      type="button"
      className="open-button"
      aria-expanded={opened}
      disabled={locked}
      onClick={() => setOpen(opened ? null : { kind, name })}
    >
      {children}
    </button>
  );
}
