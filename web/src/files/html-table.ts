// The first table of a piece of HTML, as spreadsheets put it on the clipboard beside the text: there a cell with line
// breaks stays one cell. Read as text; nothing of it becomes a page.

const TOKEN = /<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9]*)\b((?:"[^"]*"|'[^']*'|[^'">])*)>|([^<]+|<)/gi;
const ENTITY = /&(#\d+|#x[0-9a-f]+|[a-z]+);/gi;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function character(entity: string, name: string): string {
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? entity;
  const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** As CSV; null when the HTML has no table of two columns. */
export function tableIn(html: string): string | null {
  const rows: string[][] = [];
  let cell: string | null = null;
  let span = 1;
  let depth = 0;
  const close = () => {
    if (cell === null) return;
    const row = rows.at(-1);
    // White space in HTML is one blank; a break is one.
    row?.push(
      cell
        .replace(/[ \t\r\n\f]+/g, ' ')
        .replace(/ *\u2028 */g, '\n')
        .trim(),
    );
    for (let i = 1; i < span; i++) row?.push('');
    cell = null;
  };
  for (const [, end, tag = '', attributes = '', text] of html.matchAll(TOKEN)) {
    const name = tag.toLowerCase();
    if (text !== undefined) {
      if (cell !== null) cell += text.replace(ENTITY, character);
    } else if (name === 'table') {
      depth += end ? -1 : 1;
      if (depth <= 0) break;
    } else if (name === 'tr') {
      close();
      if (!end && depth > 0) rows.push([]);
    } else if (name === 'td' || name === 'th') {
      close();
      if (end || rows.length === 0) continue;
      cell = '';
      span = Math.min(1000, Number(/\bcolspan\s*=\s*["']?(\d+)/i.exec(attributes)?.[1] ?? 1));
    } else if (cell !== null && (name === 'br' || (!end && /^(p|div|li)$/.test(name) && cell.trim() !== ''))) {
      cell += '\u2028';
    }
  }
  close();
  if (!rows.some((row) => row.length > 1)) return null;
  return rows.map((row) => `${row.map(quoted).join(',')}\n`).join('');
}
