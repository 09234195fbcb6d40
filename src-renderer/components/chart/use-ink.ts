import { useSyncExternalStore } from 'react';
import { type ChartInk, inkFrom } from './chart-ink';

const SCHEME = 'data-mantine-color-scheme';

const cache = new Map<string, ChartInk>();

/** Read once a scheme: the tokens do not change otherwise. */
function inkNow(): ChartInk {
  const scheme = document.documentElement.getAttribute(SCHEME) ?? '';
  const known = cache.get(scheme);
  if (known) return known;
  const style = getComputedStyle(document.documentElement);
  const ink = inkFrom((token) => style.getPropertyValue(token), getComputedStyle(document.body).fontFamily);
  cache.set(scheme, ink);
  return ink;
}

function onSchemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: [SCHEME] });
  return () => observer.disconnect();
}

/** The ink of the theme that is on; charts are drawn again when it is switched. */
export function useInk(): ChartInk {
  return useSyncExternalStore(onSchemeChange, inkNow);
}
