// Numbers of workbooks and records, written plainly.

const DIGITS = 15; // that a workbook's program counts with; what stands behind them comes of binary fractions
const FARTHEST = 30; // places from the point at which a number is still written without an exponent

/** A number in exponential notation ("1.5e-7") without it. */
function withoutExponent(exponential: string): string {
  const [mantissa = '', exponent] = exponential.split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replaceAll(/[-.]/g, '').replace(/0+$/, '') || '0';
  const point = Number(exponent) + 1; // digits before it
  if (Math.abs(point) > FARTHEST) return exponential.replace(/\.?0+e/, 'e');
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits.padEnd(point, '0');
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** As few digits as tell the number from all others. */
export function shortNumber(value: number): string {
  const text = String(value);
  return text.includes('e') ? withoutExponent(value.toExponential()) : text;
}

/** A number of a cell: as it stands where it is plain, else to the digits that a workbook's program shows. */
export function plainNumber(text: string): string {
  if (/^-?\d+$/.test(text) || (text.length <= DIGITS && /^-?\d+\.\d+$/.test(text))) return text;
  const value = Number(text);
  return text === '' || !Number.isFinite(value) ? text : withoutExponent(value.toExponential(DIGITS - 1));
}
