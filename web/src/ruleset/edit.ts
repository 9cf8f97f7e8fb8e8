// Edits of a rule file as text: all else in it, spaces included, stays as its author wrote it.
import { placeOf } from './place';

/** Points as a rule file writes them: no exponent, at most three decimals. */
export function pointsText(points: number): string {
  return points.toFixed(3).replace(/\.?0+$/, '');
}

/** The text with the number at a JSON pointer replaced; the same text when there is no such place. */
export function setPoints(text: string, path: string, points: number): string {
  const place = placeOf(text, path);
  return place ? text.slice(0, place.from) + pointsText(points) + text.slice(place.to) : text;
}

/** Switches the rule at "/rules/3" on or off. */
export function setEnabled(text: string, rulePath: string, enabled: boolean): string {
  const place = placeOf(text, `${rulePath}/enabled`);
  if (place) return text.slice(0, place.from) + String(enabled) + text.slice(place.to);
  const id = placeOf(text, `${rulePath}/id`);
  return id ? `${text.slice(0, id.to)}, "enabled": ${enabled}${text.slice(id.to)}` : text;
}
