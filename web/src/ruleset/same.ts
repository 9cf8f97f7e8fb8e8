/** Whether two JSON values are equal, with their keys in the same order: that of scores is the order of the grade. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [own, other] = [Object.entries(a), Object.entries(b)];
  return (
    own.length === other.length && own.every(([key, value], i) => other[i]?.[0] === key && same(value, other[i][1]))
  );
}
