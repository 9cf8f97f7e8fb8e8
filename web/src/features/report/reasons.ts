// Why a lead has its points, in a line.
import type { Explanation } from '../../engine/explanation';
import { formatChangeShort } from '../../format';
import { t } from '../../i18n';
import type { Ruleset } from '../../ruleset/ruleset';
import { plainText } from '../../ruleset/words';
import { ruleWords } from '../leads/rule-words';

const FEW = 3;

/** The rules that gave most, each with its points. */
export function reasonWords(ruleset: Ruleset, explanation: Explanation): string {
  const lines = explanation.rules
    .filter(({ points }) => points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, FEW);
  return lines
    .map((line) => {
      const { label, sentence } = ruleWords(ruleset, line, explanation);
      return t('report.reason', { rule: plainText(label || sentence), points: formatChangeShort(line.points) });
    })
    .join(' · ');
}
