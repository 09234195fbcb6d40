import type { NudgeKind } from '#contract/nudges';
import type { Notice } from '../../src-preload/bridge';
import { host } from './host';
import { channelQuery, queryClient } from './query-client';

/** Tells somebody who looks at something else and asked for this kind; whoever is here sees it in the window. */
export async function tellWhenAway(kind: NudgeKind, notice: Notice): Promise<void> {
  if (document.hasFocus()) return;
  try {
    const { kinds } = await queryClient.fetchQuery(channelQuery('nudges.settings', {}));
    if (kinds.includes(kind)) await host.notify(notice);
  } catch {
    // It stands in the window all the same.
  }
}
