import type { Instant } from '../../engine/protocol';
import { t } from '../../i18n';
import { rulesFileName } from '../../state/download';
import { useApp } from '../../state/store';
import { CopyText } from '../../ui/copy-text';
import { commandLine, isSame } from './command-line';
import type { Order } from './make';

/** How the command line comes to the same figures. */
export function Command({ order, asOf }: { order: Order; asOf: Instant }) {
  const source = useApp((state) => state.source);
  const name = useApp((state) => state.result?.ruleset.name);
  const origin = useApp((state) => state.origin);
  if (!source) return null;
  const { choices, columns } = order;
  const rules = `${rulesFileName(name)}.json`;
  const command = commandLine({ choices, columns, source, origin, rules, asOf });
  return (
    <details className="export-part">
      <summary>{t('export.command')}</summary>
      <p className="quiet-text">{t(isSame(choices, columns) ? 'export.command_same' : 'export.command_like')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <pre className="export-command" tabIndex={0}>
        {command}
      </pre>
      <CopyText label={t('export.command_copy')} text={() => command} />
    </details>
  );
}
