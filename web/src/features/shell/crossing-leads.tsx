import type { ReactNode } from 'react';
import { t } from '../../i18n';
import { showLeads } from '../../state/actions';
import type { Label } from '../../state/app-state';

/** So many leads, which it opens under this label; of none there is nothing to open. */
export function CrossingLeads({ leads, label, children }: { leads: Uint32Array; label: Label; children: ReactNode }) {
  if (leads.length === 0) return <span>{children}</span>;
  return (
    <button
      type="button"
      className="link"
      aria-label={t(label.key, label.values)}
      onClick={() => showLeads({ only: leads }, label)}
    >
      {children}
    </button>
  );
}
