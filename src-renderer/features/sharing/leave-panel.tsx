import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { useCommand } from '../../client/use-command';
import { useChannel } from '../../client/use-query';
import { Dialog } from '../../components/ui/dialog';
import { Panel } from '../../components/ui/panel';
import { formatCount, formatNumber } from '../../lib/format';

const NAMED = 3;

/** What was to stay and does not is named, with the reason of the first: it is nowhere else any more. */
function sayDropped(dropped: Output<'share.leave'>['dropped']): string {
  const [first] = dropped;
  if (first === undefined) return '';
  const names = dropped.slice(0, NAMED).map(({ label }) => `“${label}”`);
  const more = dropped.length > NAMED ? ` and ${formatNumber(dropped.length - NAMED)} more` : '';
  return ` Not in it, since refused: ${names.join(', ')}${more}. ${first.why}`;
}

function LeaveDialog({ pending, onClose }: { readonly pending: number; readonly onClose: () => void }): ReactNode {
  const { data } = useChannel('share.pending', {}, { enabled: pending > 0 });
  const refused = data?.rows.filter(({ refusal }) => refusal !== null).length ?? 0;
  const leave = useCommand('share.leave', {
    words: ({ entries, dropped }) =>
      `This is a private file now, with all ${formatCount(entries, 'entry', 'entries')}.${sayDropped(dropped)}`,
  });
  const go = async (): Promise<void> => {
    if ((await leave.run({})) !== null) onClose();
  };
  return (
    <Dialog title="Leave the shared portfolio" onClose={onClose}>
      <p>
        This file becomes an ordinary private one, with everything that you see and the whole journal. The others go on
        without you; what you do in it from then on is yours alone.
      </p>
      {pending > 0 && (
        <div className="mf-leave-waits">
          <p>
            <strong>
              {formatNumber(pending)} of your changes {pending === 1 ? 'is' : 'are'} not shared.
            </strong>{' '}
            The others never get {pending === 1 ? 'it' : 'them'}. What waits for the server stays in your file
            {refused === 0 ? '' : '; what was refused on return does not stand there and goes'}.
          </p>
          <ul>
            {data?.rows.map(({ id, label, refusal }) => (
              <li key={id}>
                {label}
                {refusal && <span className="mf-muted">, refused</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="mf-share-ways">
        <Button variant="default" data-autofocus onClick={onClose}>
          Stay
        </Button>
        <Button variant="default" loading={leave.pending} onClick={() => void go()}>
          Leave
        </Button>
      </div>
    </Dialog>
  );
}

/** The way back to an ordinary file. */
export function LeavePanel({ pending }: { readonly pending: number }): ReactNode {
  const [asked, setAsked] = useState(false);
  return (
    <Panel title="Leave" hint="The others go on without you">
      <p>
        You get an ordinary private file with everything and the whole journal. Coming back is joining again. Changes
        not yet shared are named before you go.
      </p>
      <Button className="mf-leave" size="xs" variant="default" onClick={() => setAsked(true)}>
        Leave…
      </Button>
      {asked && <LeaveDialog pending={pending} onClose={() => setAsked(false)} />}
    </Panel>
  );
}
