// Rows on the clipboard, as text and as a table: a spreadsheet takes the table, all else the text.

/** More would take the receiving program too long. */
export const MOST_LEADS = 20_000;

export const tableOf = (rows: string): string => `<meta charset="utf-8"><table>\n${rows}</table>`;

export const canCopy = (): boolean =>
  typeof ClipboardItem !== 'undefined' && typeof navigator.clipboard?.write === 'function';

/** With promises, since the browser wants to be asked before the rows are there. */
export async function copyTable(rows: Promise<{ text: string; html: string }>): Promise<void> {
  const blob = (type: string, content: Promise<string>) => content.then((text) => new Blob([text], { type }));
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': blob(
        'text/plain',
        rows.then(({ text }) => text),
      ),
      'text/html': blob(
        'text/html',
        rows.then(({ html }) => tableOf(html)),
      ),
    }),
  ]);
}
