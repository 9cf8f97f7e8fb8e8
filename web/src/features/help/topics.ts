// What the help sheet says, in the order in which it says it.
import { t } from '../../i18n';
import { mainScreens } from '../../state/route';
import { termExample, termMeaning, termName, terms } from '../../terms';

export interface Topic {
  id: string;
  title: string;
  texts: string[];
  /** Apart from the texts. */
  example?: string;
}

export interface TopicPart {
  id: string;
  title: string;
  /** Topics are steps, one after the other. */
  steps?: true;
  topics: Topic[];
}

const scoreSteps = ['field', 'each', 'decay', 'cap', 'idle', 'reset', 'total', 'as_of', 'stages', 'exact'] as const;
const privately = ['here', 'proof', 'export', 'link'] as const;

export const topicParts = (): TopicPart[] => [
  {
    id: 'screens',
    title: t('help.screens'),
    topics: mainScreens.map((screen) => ({ id: screen, title: t(`nav.${screen}`), texts: [t(`help.${screen}`)] })),
  },
  {
    id: 'terms',
    title: t('help.terms'),
    topics: terms.map((id) => ({
      id,
      title: termName(id),
      texts: [termMeaning(id)],
      example: t('help.example', { example: termExample(id) }),
    })),
  },
  {
    id: 'score',
    title: t('help.score'),
    steps: true,
    topics: scoreSteps.map((step) => ({ id: step, title: '', texts: [t(`help.score.${step}`)] })),
  },
  {
    id: 'private',
    title: t('help.private'),
    topics: [{ id: 'private', title: '', texts: privately.map((text) => t(`help.private.${text}`)) }],
  },
];
