import { useEffect } from 'react';
import { noteThing, thingOf } from '../../stores/recent-things';

/** Notes what was opened, on this computer, for the palette. */
export function useNoteThing(
  pathname: string,
  portfolio: { readonly folder: string; readonly fileName: string } | null,
): void {
  const of = portfolio === null ? null : `${portfolio.folder}/${portfolio.fileName}`;
  useEffect(() => {
    const thing = of === null ? null : thingOf(pathname);
    if (of !== null && thing !== null) noteThing(of, thing);
  }, [of, pathname]);
}
