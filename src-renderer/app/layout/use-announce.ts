import { useEffect, useRef } from 'react';
import { send } from '../../client/call';
import { useShare } from '../../client/use-share';
import { useWhereabouts } from '../../stores/whereabouts';

/** Colleagues are told at most so often where somebody is. */
const LEAST_MS = 1_000;

const modelOf = (pathname: string): string | null => /^\/(?:models|monitoring)\/([^/]+)$/.exec(pathname)?.[1] ?? null;

/** Tells those who share the portfolio which page this person is on, and whether they edit; nothing of a private one. */
export function useAnnounce(pathname: string, portfolioOpen: boolean): void {
  const share = useShare(portfolioOpen);
  const editing = useWhereabouts((state) => state.editing);
  const last = useRef(0);
  const connected = share?.state === 'connected';
  const edits = editing.length > 0;
  const at = editing.at(-1) ?? modelOf(pathname);
  const modelId = at === 'measure' ? null : at;
  useEffect(() => {
    if (!connected) return;
    const timer = window.setTimeout(
      () => {
        last.current = performance.now();
        // That nobody heard it costs nobody anything.
        send('share.announce', { page: pathname, modelId, edits }).catch(() => undefined);
      },
      Math.max(100, last.current + LEAST_MS - performance.now()),
    );
    return () => window.clearTimeout(timer);
  }, [connected, pathname, modelId, edits]);
}
