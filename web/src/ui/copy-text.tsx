import { useState } from 'react';
import { t } from '../i18n';
import { Button, type ButtonProps } from './button';

export interface CopyTextProps {
  label: string;
  look?: NonNullable<ButtonProps['look']>;
  /** The label shows as a tooltip. */
  iconOnly?: boolean;
  text: () => string;
  /** What the text is called where it is shown. */
  name?: string;
  /** Said when it is copied, or has to be by hand. */
  copied?: string;
  byHand?: string;
}

/** Copies a text; where the browser forbids that, shows it to be copied by hand. */
export function CopyText(props: CopyTextProps) {
  const { label, look = 'plain', iconOnly = false, text, name = label } = props;
  const { copied = t('copy.done'), byHand = t('copy.by_hand') } = props;
  const [outcome, setOutcome] = useState<'copied' | 'by hand' | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setOutcome('copied');
    } catch {
      setOutcome('by hand');
    }
  };
  return (
    <>
      <Button look={look} icon="copy" onPress={copy} {...(iconOnly && { 'aria-label': label })}>
        {iconOnly ? undefined : label}
      </Button>
      <p className="copy-note quiet-text" role="status">
        {outcome && (outcome === 'copied' ? copied : byHand)}
      </p>
      {outcome === 'by hand' && (
        <textarea
          className="control copy-text"
          aria-label={name}
          readOnly
          rows={8}
          value={text()}
          onFocus={(event) => event.target.select()}
        />
      )}
    </>
  );
}
