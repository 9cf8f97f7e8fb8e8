// The order in which a rule file's keys are written, wherever they stand.
const ORDER = (
  'id label score group why enabled currency value stage hours touch accept reject when reason contact business_hours ' +
  'channel campaign content half_life_days margin_percent stages ask silent_days tracks awareness consideration decision ' +
  'mql sal sql opportunity customer field type band in reached scenario each each_idle_days event where property count ' +
  'sequence all any none at_least of items within_days idle_days ranges kind lose_percent every_days days after_days ' +
  'from to until zone points_for otherwise start points times per_days per_property at_most times_property min max weight ' +
  'decay reset_by bands max_points past enter leave'
).split(' ');

/** The object with a key set, in its place in the file's order, or without it. */
export function put<T extends object, K extends keyof T & string>(object: T, key: K, value: T[K] | undefined): T {
  const entries = Object.entries(object);
  const at = entries.findIndex(([each]) => each === key);
  if (value === undefined) return Object.fromEntries(entries.filter(([each]) => each !== key)) as T;
  if (at >= 0) return Object.fromEntries(entries.with(at, [key, value])) as T;
  const rank = ORDER.indexOf(key);
  const before = entries.findLastIndex(([each]) => ORDER.indexOf(each) < rank);
  return Object.fromEntries(entries.toSpliced(before + 1, 0, [key, value])) as T;
}

/** The object with one of its keys called otherwise, in its place. */
export function renameKey<T>(object: Record<string, T>, from: string, to: string): Record<string, T> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key === from ? to : key, value]));
}
