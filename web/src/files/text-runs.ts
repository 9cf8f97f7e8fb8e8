// A text of a workbook, which may stand in several runs of different fonts.

// Characters that XML cannot hold are written as _x000D_, and an underscore that would be taken for that as _x005F_.
const ESCAPED = /_x([0-9a-f]{4})_/gi;
export const unescaped = (text: string): string =>
  text.includes('_x') ? text.replaceAll(ESCAPED, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))) : text;

export class TextRuns {
  #text = '';
  #inText = false;
  #reading = 0; // how a text is spoken, written above it in Japanese, is no part of it

  open(name: string): void {
    if (name === 'rPh') this.#reading++;
    this.#inText = name === 't' && this.#reading === 0;
  }

  text(text: string): void {
    if (this.#inText) this.#text += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#reading--;
    this.#inText = false;
  }

  /** The text so far, and begins another. */
  take(): string {
    const text = unescaped(this.#text);
    this.#text = '';
    return text;
  }
}
