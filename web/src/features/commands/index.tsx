import { useState } from 'react';
import { found } from '../../find';
import { t } from '../../i18n';
import { ruleTitle } from '../../ruleset/rule-sentence';
import type { Rule } from '../../ruleset/ruleset';
import { shortcuts } from '../../shortcuts';
import { showLeads } from '../../state/actions';
import { go, leadHref, ruleHref } from '../../state/route';
import { closeSheet } from '../../state/sheet';
import { useApp } from '../../state/store';
import { Keys } from '../../ui/keys';
import { Palette, type PaletteChoice, type PalettePart } from '../../ui/palette';
import { type Command, commands, sections } from './commands';
import { type LeadMatch, useLeadMatches } from './lead-matches';
import './style.css';

const MOST_RULES = 6;

function commandChoice({ id, icon, name, shortcut }: Command): PaletteChoice {
  const [keys] = shortcut ? shortcuts[shortcut].keys : [];
  return { id: `command:${id}`, name: name(), icon, ...(keys && { mark: <Keys keys={keys} /> }) };
}

const leadChoice = ({ id, title, subtitle }: LeadMatch): PaletteChoice => ({
  id: `lead:${id}`,
  name: title,
  icon: 'person',
  ...(subtitle && { detail: subtitle }),
});

const searchChoice = (text: string): PaletteChoice => ({
  id: `search:${text}`,
  name: t('command.search_leads', { text }),
  icon: 'search',
});

const ruleChoice = (rule: Rule): PaletteChoice => ({ id: `rule:${rule.id}`, name: ruleTitle(rule), icon: 'rules' });

function useParts(typed: string): { parts: PalettePart[]; settled: boolean } {
  const rules = useApp((state) => state.valid?.ruleset.rules);
  const { matches, settled } = useLeadMatches(typed);
  const possible = commands.filter((command) => command.possible?.() ?? true);
  const answers = found(possible, typed, (command) => command.name());
  const text = typed.trim();
  const rulesFound = text === '' ? [] : found(rules ?? [], text, ruleTitle).slice(0, MOST_RULES);
  // Leads come a little later, so they come last: nothing moves from under the reader's finger.
  const parts = [
    ...sections.map((section) => ({
      id: section as string,
      title: t(`command.section.${section}`),
      choices: answers.filter((command) => command.section === section).map(commandChoice),
    })),
    { id: 'rules', title: t('command.section.rules'), choices: rulesFound.map(ruleChoice) },
    {
      id: 'leads',
      title: t('command.section.leads'),
      choices: [...matches.map(leadChoice), ...(settled && text !== '' ? [searchChoice(text)] : [])],
    },
  ];
  return { settled, parts: parts.filter(({ choices }) => choices.length > 0) };
}

function perform(chosen: string): void {
  const [kind, ...rest] = chosen.split(':');
  const id = rest.join(':');
  if (kind === 'lead') go(leadHref(id));
  else if (kind === 'rule') go(ruleHref(id));
  else if (kind === 'search') showLeads({ search: id });
  else commands.find((command) => command.id === id)?.run();
}

/** All that can be done, and every lead and rule, by typing a part of its name. */
export default function Commands() {
  const [typed, setTyped] = useState('');
  const { parts, settled } = useParts(typed);
  const choose = (chosen: string) => {
    closeSheet();
    setTimeout(perform, 0, chosen); // when the palette no longer holds the focus
  };
  return (
    <Palette
      label={t('command.title')}
      placeholder={t('command.placeholder')}
      value={typed}
      onChange={setTyped}
      parts={parts}
      empty={t(settled ? 'command.none' : 'page.loading')}
      onChoose={choose}
      onClose={closeSheet}
    />
  );
}
