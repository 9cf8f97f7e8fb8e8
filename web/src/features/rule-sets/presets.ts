// Rule sets to start from. Their files say what they are and where they come from.
import { nameIn } from '../../ruleset/name';

const files = [() => import('../../sample-rules'), () => import('../../bank-rules')];

export interface Preset {
  name: string;
  description: string;
  text: string;
}

export async function loadPresets(): Promise<Preset[]> {
  const texts = await Promise.all(files.map(async (file) => (await file()).default));
  return texts.map((text) => ({ name: nameIn(text), description: JSON.parse(text).description ?? '', text }));
}
