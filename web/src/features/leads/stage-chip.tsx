import { DISQUALIFIED, NO_STAGE } from '../../engine/protocol';

/** The words tell the stage; the colour only helps. */
export function StageChip({ stage, name }: { stage: number; name: string }) {
  const tone = stage === DISQUALIFIED ? 'out' : stage === NO_STAGE ? 'none' : `step-${Math.min(stage, 5)}`;
  return <span className={`stage-chip ${tone}`}>{name}</span>;
}
