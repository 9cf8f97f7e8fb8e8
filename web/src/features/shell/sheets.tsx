import { type ComponentType, type LazyExoticComponent, Suspense } from 'react';
import { LinkSheet, ShareSheet } from '../../screens';
import { type Sheet, useSheet } from '../../state/sheet';

const sheets: Record<Sheet, LazyExoticComponent<ComponentType>> = {
  share: ShareSheet,
  link: LinkSheet,
};

/** The sheet that is open, if one is. */
export function Sheets() {
  const sheet = useSheet();
  if (!sheet) return null;
  const Open = sheets[sheet];
  return (
    <Suspense fallback={null}>
      <Open />
    </Suspense>
  );
}
