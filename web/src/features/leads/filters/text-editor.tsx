import { useId, useState } from 'react';
import { t } from '../../../i18n';
import type { Condition } from '../../../ruleset/ruleset';

export interface TextEditorProps {
  condition: Condition;
  onChange: (condition: Condition) => void;
}

const EXAMPLE = '{"event": "webinar", "count": {"ge": 2}}';

function parsed(text: string): Condition | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Condition) : null;
  } catch {
    return null;
  }
}

const isNothing = (condition: Condition): boolean => 'all' in condition && condition.all.length === 0;

/** Any condition of the rule file, as it is written there. */
export function TextEditor({ condition, onChange }: TextEditorProps) {
  const [text, setText] = useState(() => (isNothing(condition) ? '' : JSON.stringify(condition, null, 1)));
  const id = useId();
  const change = (next: string) => {
    setText(next);
    const found = parsed(next);
    if (found) onChange(found);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{t('filter.text')}</label>
      <textarea
        id={id}
        className="control condition-text"
        rows={6}
        spellCheck={false}
        value={text}
        aria-invalid={text !== '' && parsed(text) === null}
        onChange={(event) => change(event.target.value)}
      />
      <small className="quiet-text">{t('filter.text_hint', { example: EXAMPLE })}</small>
    </div>
  );
}
