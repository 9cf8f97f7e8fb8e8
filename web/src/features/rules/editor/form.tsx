// What all parts of a form share: the rules and data that they offer, and the faults of what was entered.
import { createContext, type ReactNode, useContext } from 'react';
import type { DataReport, Issue } from '../../../engine/protocol';
import { t } from '../../../i18n';
import { issueRemedy, issueText } from '../../../i18n/issue-text';
import type { Ruleset } from '../../../ruleset/ruleset';
import { Icon } from '../../../ui/icon';

export interface FormFacts {
  ruleset: Ruleset;
  data: DataReport | null;
  /** Of the draft, which is then not written. */
  issues: Issue[];
  /** Whether conditions may test scores, bands and stages: not in rules. */
  funnel: boolean;
}

const Facts = createContext<FormFacts | null>(null);

export const FormFactsOf = Facts.Provider;

export function useForm(): FormFacts {
  const facts = useContext(Facts);
  if (!facts) throw new Error('a part of a form stands outside of one');
  return facts;
}

// Something is still to be filled in, which is no mistake.
const UNFINISHED = ['empty_text', 'empty_list', 'missing_key', 'too_few_steps'];

const isWithin = (path: string, place: string) => path === place || path.startsWith(`${place}/`);

function IssueLines({ issues }: { issues: Issue[] }) {
  return issues.map((issue) =>
    UNFINISHED.includes(issue.code) ? (
      <p key={issue.path} className="fault unfinished">
        {t('form.unfinished')}
      </p>
    ) : (
      <p key={`${issue.code} ${issue.path}`} className="fault">
        <Icon name="warning" />
        <span>
          {issueText(issue)} <small>{issueRemedy(issue)}</small>
        </span>
      </p>
    ),
  );
}

/** The faults of a place and of all inside it; with `alone`, of the place itself only. */
export function Faults({ path, alone = false }: { path: string; alone?: boolean }) {
  const { issues } = useForm();
  const own = issues.filter((issue) => (alone ? issue.path === path : isWithin(issue.path, path)));
  return <IssueLines issues={own.slice(0, 1)} />;
}

/** The faults that an edit would cause outside of its form, such as where a name is still used; without a path, all. */
export function FaultsElsewhere({ path }: { path?: string }) {
  const { issues } = useForm();
  const outside = issues.filter((issue) => path === undefined || issue.path === path || !isWithin(issue.path, path));
  return <IssueLines issues={outside.slice(0, 3)} />;
}

/** A control with the faults of its place. */
export function Slot({ path, wide = false, children }: { path: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? 'slot wide' : 'slot'}>
      {children}
      <Faults path={path} />
    </div>
  );
}

/** A titled part of a form. */
export function FormPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="form-part">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}
