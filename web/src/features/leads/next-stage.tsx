import type { Explanation, Remedy } from '../../engine/explanation';
import { t } from '../../i18n';
import { holdingParts, type Missing, missingParts } from '../../ruleset/missing';
import { remedyWords } from '../../ruleset/remedy';
import type { Ruleset } from '../../ruleset/ruleset';
import { stageWords } from '../../ruleset/words';
import { Icon } from '../../ui/icon';
import { Sentence } from '../../ui/sentence';
import { Term } from '../../ui/term';
import { fallWords } from './why-text';

function Parts({ parts }: { parts: Missing[] }) {
  return (
    <ul className="missing">
      {parts.map((part) => (
        <li key={part.text}>
          <Sentence text={part.text} />
          {part.parts.length > 0 && <Parts parts={part.parts} />}
        </li>
      ))}
    </ul>
  );
}

function KeptOut({ parts }: { parts: string[] }) {
  return (
    <>
      <p>{t('lead.kept_out')}</p>
      <ul className="missing">
        {parts.map((part) => (
          <li key={part}>
            <Sentence text={part} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Remedies({ remedies, ruleset }: { remedies: Remedy[]; ruleset: Ruleset }) {
  if (remedies.length === 0) return null;
  return (
    <div className="remedies">
      <h3>{t('remedy.title', { count: remedies.length })}</h3>
      <ol>
        {remedies.map((remedy) => {
          const { text, gives } = remedyWords(ruleset, remedy);
          return (
            <li key={text}>
              <span>
                <Sentence text={text} />
              </span>
              {gives && <span className="quiet-text">{gives}</span>}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

export interface NextStageProps {
  explanation: Explanation;
  /** null until they are known. */
  remedies: Remedy[] | null;
  ruleset: Ruleset;
}

/** What is missing for the next stage, why the lead is out, and when it will fall back. */
export function NextStage({ explanation, remedies, ruleset }: NextStageProps) {
  const { reasons, nextStage, next, keptOutBy, fallback } = explanation;
  const missing = missingParts(ruleset, next);
  const keptOut = holdingParts(ruleset, keptOutBy);
  const name = stageWords(ruleset, nextStage);
  return (
    <>
      {reasons.length > 0 && (
        <div className="note bad">
          <Icon name="warning" />
          <p>{t('lead.disqualified', { reasons: reasons.join('; ') })}</p>
        </div>
      )}
      {nextStage !== '' && (
        <section className="panel-part" aria-labelledby="next-title">
          <h2 id="next-title">{t('lead.missing_for', { stage: name })}</h2>
          <Parts parts={missing} />
          {keptOut.length > 0 && <KeptOut parts={keptOut} />}
          {missing.length + keptOut.length === 0 && <p>{t('lead.held_back')}</p>}
          {remedies && <Remedies remedies={remedies} ruleset={ruleset} />}
        </section>
      )}
      {fallback && (
        <p className="quiet-text panel-part">
          <Term id="fall_back">{fallWords(ruleset, fallback)}</Term>
        </p>
      )}
    </>
  );
}
