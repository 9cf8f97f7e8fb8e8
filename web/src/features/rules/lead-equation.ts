// A lead's total as a sum of the points that rules gave it.
import type { Explanation } from '../../engine/explanation';
import type { Millipoints } from '../../engine/protocol';
import { t } from '../../i18n';
import { valueAt } from '../../ruleset/missing';
import { ruleTitle } from '../../ruleset/rule-sentence';
import type { Rule, Ruleset } from '../../ruleset/ruleset';
import { groupWords, scoreWords } from '../../ruleset/words';

export interface Term {
  key: string;
  name: string;
  points: Millipoints;
}

// A score that counts in full is its own terms; of another only its part of the total can be told.
function termsOf(explanation: Explanation, ruleset: Ruleset, score: Explanation['scores'][number]): Term[] {
  const weight = ruleset.scores[score.id]?.weight ?? 100;
  const name = scoreWords(ruleset, score.id);
  if (weight !== 100)
    return [{ key: score.id, name: t('test.weighted', { score: name, weight }), points: score.weighted }];
  const rules = explanation.rules
    .filter((line) => line.score === score.id)
    .map(({ id, path, points }) => {
      const rule = valueAt(ruleset, path) as Rule | undefined;
      return { key: `rule ${id}`, name: rule ? ruleTitle(rule) : id, points };
    });
  const groups = explanation.groups
    .filter((group) => group.score === score.id)
    .map(({ id, adjustment }) => ({
      key: `group ${id}`,
      name: `${t('lead.group_limit')}: ${groupWords(ruleset, id)}`,
      points: adjustment,
    }));
  return [
    { key: `start ${score.id}`, name: t('lead.start'), points: score.start },
    ...rules,
    ...groups,
    { key: `limit ${score.id}`, name: `${t('lead.score_limit')}: ${name}`, points: score.adjustment },
  ];
}

/** What adds up to the total; what gave nothing is left out. */
export function equation(explanation: Explanation, ruleset: Ruleset): Term[] {
  return explanation.scores
    .flatMap((score) => termsOf(explanation, ruleset, score))
    .filter(({ points }) => points !== 0)
    .sort((a, b) => b.points - a.points);
}
