import { DISQUALIFIED, NO_STAGE } from '../../engine/protocol';

export interface StageChipProps {
  stage: number;
  name: string;
  /** The stage from which on a lead is qualified. */
  qualifiedFrom: number;
}

function toneOf(stage: number, qualifiedFrom: number): string {
  if (stage === DISQUALIFIED) return 'out';
  if (stage === NO_STAGE) return 'none';
  if (stage < qualifiedFrom) return 'below';
  return stage < qualifiedFrom + 2 ? 'qualified' : 'beyond';
}

/** The words tell the stage; the colour only helps. */
export function StageChip({ stage, name, qualifiedFrom }: StageChipProps) {
  const tone = toneOf(stage, qualifiedFrom);
  return <span className={`stage-chip ${tone}`}>{name}</span>;
}
