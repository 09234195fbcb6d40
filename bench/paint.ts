import type { Page } from '@playwright/test';

/** Milliseconds from the click, and from the last answer that was waited for. */
export interface Paint {
  readonly total: number;
  readonly afterAnswers: number;
}

/** Goes to a page within the app and waits until what `selector` names has been painted. */
export function paintAfter(page: Page, path: string, selector: string): Promise<Paint> {
  return page.evaluate(
    ([to, wanted]) =>
      new Promise<Paint>((resolve) => {
        const started = performance.now();
        history.pushState({}, '', to);
        dispatchEvent(new PopStateEvent('popstate'));
        const look = (): void => {
          if (document.querySelector(wanted) === null) requestAnimationFrame(look);
          // The frame after the one in which it is there has painted it.
          else
            requestAnimationFrame(() => {
              const now = performance.now();
              const answers = performance
                .getEntriesByType('resource')
                .filter((entry) => entry.startTime >= started)
                .map((entry) => entry.startTime + entry.duration)
                .filter((end) => end <= now);
              resolve({ total: now - started, afterAnswers: now - Math.max(started, ...answers) });
            });
        };
        look();
      }),
    [path, selector] as const,
  );
}
