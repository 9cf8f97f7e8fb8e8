// What the page keeps in the browser's storage: texts under names of its own, since other pages of the same host share it.
// Storage may be forbidden or full; the page then goes on without.

const PREFIX = 'mqlab/';

export type Keeping = 'kept' | 'full' | 'forbidden';

export function keep(name: string, text: string): Keeping {
  try {
    localStorage.setItem(PREFIX + name, text);
    return 'kept';
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'forbidden';
  }
}

export function kept(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

export function drop(name: string): void {
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    // Then it was never kept.
  }
}

/** The names under which the page keeps something, in order. */
export function keptNames(): string[] {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
    return keys
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length))
      .sort();
  } catch {
    return [];
  }
}
