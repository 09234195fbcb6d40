import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Output } from '#contract/index';
import { send } from '../../client/call';
import { host } from '../../client/host';
import { channelQuery, queryClient } from '../../client/query-client';
import { useChannel } from '../../client/use-query';
import { notify } from '../../components/ui/notify';

type Nudge = Output<'nudges.take'>['nudges'][number];

const FIRST_MS = 5_000;
const EVERY_MS = 5 * 60_000;

/** The page of the one thing that it is about, or that of the week. */
function addressOf({ kind, about }: Nudge): string {
  if (about === null) return '/week';
  if (about.incidentId !== null) return `/incidents/${encodeURIComponent(about.incidentId)}`;
  if (about.modelId === null) return '/week';
  const measured = kind === 'drifted' || kind === 'silent' || kind === 'retraining';
  return `${measured ? '/monitoring' : '/models'}/${encodeURIComponent(about.modelId)}`;
}

/** Tells what came, to whoever asked for it, once: by the system while they look elsewhere, in the window while they are here. */
async function tell(open: (address: string) => void): Promise<void> {
  const { value } = await send('nudges.take', {});
  for (const nudge of value.nudges) {
    const address = addressOf(nudge);
    const told = !document.hasFocus() && (await host.notify({ title: nudge.title, body: nudge.body, address }));
    if (!told)
      notify({ message: `${nudge.title}. ${nudge.body}`, action: { label: 'Open', run: () => open(address) } });
  }
  await queryClient.fetchQuery(channelQuery('overview.monday', {}));
}

/** Looks now and then for what somebody asked to be told of. Answers what is new since their last look at the week. */
export function useNudges(portfolioOpen: boolean): number {
  const { history } = useRouter();
  const { data } = useChannel('nudges.settings', {});
  const { data: week } = useChannel('overview.monday', {}, { enabled: false });
  const on = portfolioOpen && data !== undefined && data.kinds.length > 0;
  const fresh = on ? (week?.fresh ?? 0) : 0;

  useEffect(() => host.setBadge(fresh), [fresh]);
  useEffect(() => {
    if (!on) return;
    // A call that fails (the engine is starting anew, the file is held) is made again next time.
    const look = (): void => void tell((address) => history.push(address)).catch(() => undefined);
    const first = window.setTimeout(look, FIRST_MS);
    const every = window.setInterval(look, EVERY_MS);
    return () => {
      window.clearTimeout(first);
      window.clearInterval(every);
    };
  }, [on, history]);
  return fresh;
}
