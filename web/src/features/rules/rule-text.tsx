import { useEffect, useRef, useState } from 'react';
import type { Issue } from '../../engine/protocol';
import { t } from '../../i18n';
import { offsetOf } from '../../ruleset/place';
import { editRules } from '../../state/actions';
import { useApp } from '../../state/store';
import { RuleIssues } from './rule-issues';
import './rule-text.css';

// Typing is one step until it pauses for so long.
const PAUSE = 400;
const LINE = 20;

function useTyping(text: string): [string, (typed: string) => void, () => void] {
  const [typed, setTyped] = useState(text);
  const timer = useRef(0);
  const last = useRef(text);
  // The text was changed elsewhere: undo, a change of points, another file.
  useEffect(() => {
    if (text !== last.current) setTyped(text);
    last.current = text;
  }, [text]);
  const commit = (value: string) => {
    clearTimeout(timer.current);
    last.current = value;
    editRules(value, { key: 'step.text', values: {} });
  };
  const type = (value: string) => {
    setTyped(value);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => commit(value), PAUSE);
  };
  return [typed, type, () => commit(typed)];
}

/** The rule file as text, with line numbers; a click on a fault goes to its place. */
export function RuleText() {
  const text = useApp((state) => state.text);
  const issues = useApp((state) => state.issues);
  const [typed, type, settle] = useTyping(text);
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  const lines = typed.split('\n').length;
  const marked = new Map(issues.filter(({ line }) => line > 0).map((issue) => [issue.line, issue.severity]));
  const follow = () => {
    if (gutter.current && area.current) gutter.current.scrollTop = area.current.scrollTop;
  };
  const show = (issue: Issue) => {
    const element = area.current;
    if (!element) return;
    const offset = offsetOf(typed, issue.line, issue.column);
    element.focus();
    element.setSelectionRange(offset, offset + 1);
    element.scrollTop = Math.max(0, (issue.line - 6) * LINE);
  };
  return (
    <div className="rule-text">
      <RuleIssues issues={issues} onShow={show} />
      <div className="editor">
        <div className="gutter" ref={gutter} aria-hidden="true">
          {Array.from({ length: lines }, (_, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line number is its place
            <div key={line} className={marked.get(line + 1)}>
              {line + 1}
            </div>
          ))}
        </div>
        <textarea
          ref={area}
          aria-label={t('rules.file')}
          value={typed}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          wrap="off"
          onChange={(event) => type(event.target.value)}
          onBlur={settle}
          onScroll={follow}
        />
      </div>
    </div>
  );
}
