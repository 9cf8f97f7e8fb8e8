// The name of a rule set stands in its file.
import { placeOf } from './place';

/** The name in a rule file; empty when it has none, or is no JSON. */
export function nameIn(text: string): string {
  try {
    const name = JSON.parse(text)?.name;
    return typeof name === 'string' ? name.trim() : '';
  } catch {
    return '';
  }
}

/** The text with another name; the same text when it is no JSON object. */
export function withName(text: string, name: string): string {
  try {
    const file = JSON.parse(text);
    if (typeof file !== 'object' || file === null || Array.isArray(file)) return text;
    const place = placeOf(text, '/name');
    const written = JSON.stringify(name);
    if (place) return text.slice(0, place.from) + written + text.slice(place.to);
    const inside = text.indexOf('{') + 1;
    const comma = Object.keys(file).length > 0 ? ',' : '';
    return `${text.slice(0, inside)}\n  "name": ${written}${comma}${text.slice(inside)}`;
  } catch {
    return text;
  }
}

/** How many rules a rule file has, as far as that can be told. */
export function ruleCountIn(text: string): number {
  try {
    const rules = JSON.parse(text)?.rules;
    return Array.isArray(rules) ? rules.length : 0;
  } catch {
    return 0;
  }
}
