// What the report tells beside the result itself: asked of the engine once for each result.
import { useEffect, useState } from 'react';
import type { Explanation } from '../../engine/explanation';
import { everyLead, type LeadQuery, type Quiet } from '../../engine/protocol';
import { qualifiedStage } from '../../ruleset/qualified';
import type { Ruleset } from '../../ruleset/ruleset';
import { engine, fail } from '../../state/actions';
import type { SettledResult } from '../../state/app-state';

export const EXAMPLES = 10;

export interface ReportFacts {
  result: SettledResult;
  /** The leads with the most points, of those that are qualified where there are stages. */
  examples: Explanation[];
  quiet: Quiet;
  /** Of the rules, in groups of four; null where the browser cannot tell. */
  fingerprint: string | null;
}

function examplesQuery({ stages = [], ...ruleset }: Ruleset): LeadQuery {
  const from = qualifiedStage({ stages, ...ruleset });
  const wanted = stages.map((_, stage) => stage).filter((stage) => from >= 0 && stage >= from);
  return { ...everyLead, stages: wanted, sort: 'total', descending: true };
}

/** The same for rules that are written differently but say the same. */
export async function fingerprintOf(canonical: string): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical)));
  const digits = Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/(.{4})(?=.)/g, '$1 ');
}

async function gather(result: SettledResult): Promise<ReportFacts> {
  const [rows, quiet, canonical] = await Promise.all([
    engine.call('rows', examplesQuery(result.ruleset), 0, EXAMPLES),
    engine.call('quiet'),
    engine.call('format', result.text),
  ]);
  const examples = await Promise.all(rows.map(({ lead }) => engine.call('explain', lead)));
  return { result, examples, quiet, fingerprint: await fingerprintOf(canonical ?? result.text) };
}

/** null until they are known of some result; they may then be those of the one before. */
export function useReportFacts(result: SettledResult): ReportFacts | null {
  const [facts, setFacts] = useState<ReportFacts | null>(null);
  useEffect(() => {
    let wanted = true;
    gather(result).then(
      (gathered) => wanted && setFacts(gathered),
      (error) => wanted && fail(error),
    );
    return () => {
      wanted = false;
    };
  }, [result]);
  return facts;
}
