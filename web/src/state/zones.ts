import { useEffect, useState } from 'react';
import { importer } from './importer';

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
let all: string[] | null = null;

/** UTC and the zone of this machine first, then all there are. */
export function useZones(): string[] {
  const [zones, setZones] = useState(all ?? ['UTC', ...(here && here !== 'UTC' ? [here] : [])]);
  useEffect(() => {
    if (all) return;
    importer()
      .then((at) => at.zones())
      .then((names) => {
        const first = ['UTC', ...(names.includes(here) ? [here] : [])];
        all = [...first, ...names.filter((name) => !first.includes(name))];
        setZones(all);
      });
  }, []);
  return zones;
}
