// Pixels of one character of 12 to 13 pixels, on average.
const CHARACTER = 6.6;

export const widthOf = (text: string): number => CHARACTER * text.length;

/** A text that fits so many pixels. */
export function cut(text: string, width: number): string {
  const most = Math.max(6, Math.floor(width / CHARACTER + 0.01));
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}
