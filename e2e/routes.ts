import type { Page } from '@playwright/test';
import { ShellPage } from './pages/shell-page';

/** What stands for the parameters of a route: one thing of each kind that the portfolio holds. */
export type Ids = Readonly<Record<string, string>>;

/** What a page shows only when its address says more: `/investment/compare` with the scenarios to compare. */
export type Searches = Readonly<Record<string, string>>;

/**
 * The address of every page, asked of the router itself, so that a new page is looked at without being named here.
 * Welcome is left out: it is not shown while a portfolio is open.
 */
export async function everyRoute(page: Page, ids: Ids, searches: Searches = {}): Promise<string[]> {
  // A window may be there before its program is.
  await page.waitForFunction(() => '__TSR_ROUTER__' in globalThis);
  const paths = await page.evaluate(() => {
    // The router names itself at the window; its types belong to the page, not to this test.
    const { __TSR_ROUTER__: router } = globalThis as unknown as {
      __TSR_ROUTER__: { routesByPath: Record<string, unknown> };
    };
    return Object.keys(router.routesByPath);
  });
  return paths
    .filter((path) => path !== '/welcome')
    .map((path) => {
      const named = path.replace(/\$(\w+)/g, (_, name: string) => {
        const id = ids[name];
        if (id === undefined) throw new Error(`the page ${path} is new: name what stands for ${name} in its tests`);
        return id;
      });
      return `${named}${searches[path] ?? ''}`;
    });
}

/** Goes to an address without a reload, as a link does, and waits until its page is drawn. */
export async function goToRoute(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({}, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  const reached = new URL(path, page.url()).pathname;
  await page.waitForFunction((to) => {
    const { __TSR_ROUTER__: router } = globalThis as unknown as {
      __TSR_ROUTER__: { state: { status: string; resolvedLocation?: { pathname: string } } };
    };
    return router.state.status === 'idle' && router.state.resolvedLocation?.pathname === to;
  }, reached);
  await page.locator('.mf-loading').waitFor({ state: 'detached' });
  await new ShellPage(page).headline.waitFor();
  await atRest(page);
}

/** Waits until nothing is added to the page any more: its parts arrive one after the other, as their figures do. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(
    (quiet) =>
      new Promise<void>((done) => {
        const over = (): void => {
          watch.disconnect();
          done();
        };
        let timer = setTimeout(over, quiet);
        const watch = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(over, quiet);
        });
        watch.observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
    250,
  );
}
