import { useEffect, useRef, useState } from 'react';
import type { Issue } from '../../../engine/protocol';
import { same } from '../../../ruleset/same';

export interface Draft<T> {
  draft: T;
  issues: Issue[];
  /** `part` names what is changed, for undo. */
  change: (next: T, part: string) => void;
}

/**
 * What a form shows: the value of the rules until something is entered. Each change is written at once; while the engine
 * finds faults in it, or it is unfinished, it stays here. A change from elsewhere, as by undo, takes its place.
 */
export function useDraft<T>(value: T, write: (next: T, part: string) => Promise<Issue[]>): Draft<T> {
  const [draft, setDraft] = useState(value);
  const [issues, setIssues] = useState<Issue[]>([]);
  const written = useRef(value);
  const newest = useRef(0);
  const underWay = useRef(0);
  useEffect(() => {
    // What own writes leave on their way is no change from elsewhere.
    if (underWay.current > 0 || same(value, written.current)) return;
    written.current = value;
    newest.current += 1;
    setDraft(value);
    setIssues([]);
  }, [value]);
  const change = async (next: T, part: string) => {
    newest.current += 1;
    const number = newest.current;
    const before = written.current;
    setDraft(next);
    written.current = next;
    underWay.current += 1;
    const found = await write(next, part);
    underWay.current -= 1;
    if (found.length > 0 && written.current === next) written.current = before;
    if (number === newest.current) setIssues(found);
  };
  return { draft, issues, change };
}
