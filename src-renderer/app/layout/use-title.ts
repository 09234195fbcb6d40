import { useEffect } from 'react';

const PAGES: Readonly<Record<string, string>> = {
  '/': 'Overview',
  '/portfolio': 'Portfolio',
  '/import': 'Imports',
  '/journal': 'Journal',
  '/settings': 'Settings',
  '/welcome': 'Welcome',
};

/** The window's title names the page and the portfolio. */
export function useTitle(pathname: string, portfolio: string | null): void {
  useEffect(() => {
    const page = pathname.startsWith('/models/') ? 'Model' : (PAGES[pathname] ?? '');
    document.title = [page, portfolio ?? '', 'Modelfolio'].filter((part) => part !== '').join(' – ');
  }, [pathname, portfolio]);
}
