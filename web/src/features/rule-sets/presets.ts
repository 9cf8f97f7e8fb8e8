// Rule sets to start from. Their files say what they are, where they come from, and what they cannot express.
import { nameIn } from '../../ruleset/name';
import type { Ruleset } from '../../ruleset/ruleset';

export interface Preset {
  name: string;
  description: string;
  source: string;
  leftOut: string[];
  text: string;
}

export async function loadPresets(): Promise<Preset[]> {
  const [{ default: sample }, { default: others }] = await Promise.all([
    import('../../sample-rules'),
    import('../../preset-rules'),
  ]);
  return [sample, ...others].map((text) => {
    const { description = '', source = '', left_out: leftOut = [] }: Ruleset = JSON.parse(text);
    return { name: nameIn(text), description, source, leftOut, text };
  });
}
