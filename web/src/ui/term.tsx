import { type ReactNode, Suspense, useRef, useState } from 'react';
import { t } from '../i18n';
import { TermMeaning } from '../screens';
import { type TermId, termName } from '../terms';

export interface TermProps {
  id: TermId;
  /** The words of the screen, which the term explains. */
  children: ReactNode;
}

/** Words with a dotted line; pressing them shows what the term means. */
export function Term({ id, children }: TermProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        ref={button}
        className="term"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-description={t('term.of', { term: termName(id) })}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open && (
        <Suspense fallback={null}>
          <TermMeaning id={id} of={button} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

/** As a term when it is one. */
export function TermOr({ id, children }: { id: TermId | null; children: ReactNode }) {
  return id ? <Term id={id}>{children}</Term> : children;
}
