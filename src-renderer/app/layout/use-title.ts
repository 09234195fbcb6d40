import { useEffect } from 'react';

const PAGES: Readonly<Record<string, string>> = {
  '/': 'Overview',
  '/week': 'This week',
  '/changes': 'What changed',
  '/portfolio': 'Portfolio',
  '/incidents': 'Incidents',
  '/incidents/meeting': 'Incidents for the meeting',
  '/import': 'Imports',
  '/import/connections': 'Connections',
  '/journal': 'Journal',
  '/settings': 'Settings',
  '/welcome': 'Welcome',
};

/** Pages under these have no name of their own. */
const UNDER: ReadonlyMap<string, string> = new Map([
  ['/models/', 'Model'],
  ['/incidents/', 'Incident'],
  ['/investment', 'Investment'],
  ['/monitoring/measure', 'Measure drift'],
  ['/monitoring', 'Monitoring'],
]);

/** The window's title names the page and the portfolio, and begins with what is new for whoever asked to be told. */
export function useTitle(pathname: string, portfolio: string | null, fresh: number): void {
  useEffect(() => {
    const under = [...UNDER].find(([start]) => pathname.startsWith(start))?.[1] ?? '';
    const page = PAGES[pathname] ?? under;
    const title = [page, portfolio ?? '', 'Modelfolio'].filter((part) => part !== '').join(' – ');
    document.title = fresh === 0 ? title : `(${fresh}) ${title}`;
  }, [pathname, portfolio, fresh]);
}
