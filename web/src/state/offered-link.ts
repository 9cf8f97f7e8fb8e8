// Rules that came with the address or were pasted as a link: shown first, and nothing is replaced until the user accepts.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { isLanguage, setLanguage } from '../i18n/language';
import { editRules, openSource } from './actions';
import { isRulesLink, type Offer, type OfferedRules, offerOf, unpackLink } from './rules-link';
import { closeSheet, openSheet } from './sheet';
import { store } from './store';

const offers = createStore<{ offer: Offer | null }>(() => ({ offer: null }));
export const useOffer = (): Offer | null => useStore(offers, ({ offer }) => offer);

export async function offerLink(hash: string): Promise<void> {
  offers.setState({ offer: offerOf(await unpackLink(hash)) });
  openSheet('link');
}

const home = (hash: string): string => (hash === '' || isRulesLink(hash) ? '#/results' : hash);
let before = '#/results';

/** When the address carries rules: offers them. `former`: the hash to go back to. */
export function followLink(former = ''): void {
  if (!isRulesLink(location.hash)) return;
  before = home(former);
  offerLink(location.hash);
}

export function closeOffer(): void {
  closeSheet();
  if (isRulesLink(location.hash)) location.replace(before);
}

// A link may be answered before the first data is there.
const dataIsThere = () =>
  new Promise<void>((resolve) => {
    const look = ({ data, fault }: ReturnType<typeof store.getState>) => {
      if (!data && !fault) return;
      stop();
      resolve();
    };
    const stop = store.subscribe(look);
    look(store.getState());
  });

/** Takes the offered rules, and the sample they were looked at with unless the user's own data is open. */
export async function acceptOffer({ document, name }: OfferedRules, withLanguage: boolean): Promise<void> {
  closeOffer();
  if (withLanguage && document.language && isLanguage(document.language)) setLanguage(document.language);
  await dataIsThere();
  editRules(document.rules, { key: 'step.open', values: { name } });
  const { source } = store.getState();
  const { sample } = document;
  if (!sample || source?.kind !== 'sample') return;
  if (sample.seed !== source.seed || sample.leads !== source.leads) await openSource({ kind: 'sample', ...sample });
}
