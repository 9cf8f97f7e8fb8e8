// Amounts of money as the reader's language writes them.
import { formatNumber } from '../../format';
import { localeNow } from '../../i18n/language';

const formats = new Map<string, Intl.NumberFormat | null>();

// null: the code is none that Intl knows how to write.
function formatOf(currency: string, digits: number): Intl.NumberFormat | null {
  const key = `${localeNow()} ${currency} ${digits}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  let format: Intl.NumberFormat | null = null;
  try {
    const fixed = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    format = new Intl.NumberFormat(localeNow(), { style: 'currency', currency, ...fixed });
  } catch {
    // Costs may be in whatever somebody typed.
  }
  formats.set(key, format);
  return format;
}

/** Of thousandths: in full from a hundred on, else with hundredths where there are any. */
export function formatMoney(thousandths: number, currency: string): string {
  const amount = thousandths / 1000;
  const digits = Math.abs(amount) >= 100 || Number.isInteger(amount) ? 0 : 2;
  const format = formatOf(currency, digits);
  if (format) return format.format(amount);
  const number = formatNumber(Number(amount.toFixed(digits)));
  return currency === '' ? number : `${number}\u00a0${currency}`;
}
