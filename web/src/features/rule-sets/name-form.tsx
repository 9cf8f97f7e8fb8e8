import { type FormEvent, useId, useState } from 'react';
import { t } from '../../i18n';
import { Button } from '../../ui/button';

interface NameFormProps {
  name: string;
  onName: (name: string) => void;
  onCancel: () => void;
}

/** Asks for the name of a rule set. */
export function NameForm({ name, onName, onCancel }: NameFormProps) {
  const id = useId();
  const [typed, setTyped] = useState(name);
  const wanted = typed.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wanted !== '') onName(wanted);
  };
  return (
    <form className="name-form" onSubmit={submit}>
      <label htmlFor={id}>{t('rule_sets.name')}</label>
      <input
        id={id}
        className="control"
        value={typed}
        maxLength={120}
        // biome-ignore lint/a11y/noAutofocus: it comes when its button was pressed
        autoFocus
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="actions">
        <Button look="primary" type="submit" isDisabled={wanted === ''}>
          {t('rule_sets.keep_it')}
        </Button>
        <Button onPress={onCancel}>{t('rule_sets.cancel')}</Button>
      </div>
    </form>
  );
}
