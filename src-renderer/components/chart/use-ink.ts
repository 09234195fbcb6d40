import { useSyncExternalStore } from 'react';
import { type ChartInk, inkFrom } from './chart-ink';

const SCHEME = 'data-mantine-color-scheme';

const cache = new Map<string, ChartInk>();
/** Windows' high contrast and its like: the tokens are then names of the system's colours. */
const forced = window.matchMedia('(forced-colors: active)');

/** What a colour is in numbers: the library mixes colours and knows no names of the system's. */
function resolved(colour: string): string {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return colour;
  context.fillStyle = colour;
  return context.fillStyle;
}

/** Read once a scheme: the tokens do not change otherwise. */
function inkNow(): ChartInk {
  const scheme = `${document.documentElement.getAttribute(SCHEME) ?? ''} ${forced.matches}`;
  const known = cache.get(scheme);
  if (known) return known;
  const style = getComputedStyle(document.documentElement);
  const read = (token: string): string => style.getPropertyValue(token);
  const ink = inkFrom(
    forced.matches ? (token) => resolved(read(token)) : read,
    getComputedStyle(document.body).fontFamily,
  );
  cache.set(scheme, ink);
  return ink;
}

function onSchemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: [SCHEME] });
  forced.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    forced.removeEventListener('change', changed);
  };
}

/** The ink of the theme that is on; charts are drawn again when it is switched. */
export function useInk(): ChartInk {
  return useSyncExternalStore(onSchemeChange, inkNow);
}
