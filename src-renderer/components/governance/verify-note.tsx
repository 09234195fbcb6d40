import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useCommand } from '../../client/use-command';
import { WebLink } from '../ui/web-link';
import { ReadingDialog, type ReadItem } from './reading-dialog';
import { type Verified, verifySentence } from './verify-words';
import './governance-parts.css';

/** What is to be verified in an item, who read it, and the way to say that one has. */
export function VerifyNote({ of, verified }: { readonly of: ReadItem; readonly verified: Verified }): ReactNode {
  const [reading, setReading] = useState(false);
  const takeBack = useCommand('packs.removeReading');
  const { reading: made, state } = verified;
  if (state === 'none') return null;
  return (
    <div className="mf-gov-verify" data-state={state}>
      <span>
        {verifySentence(verified, of.verify)}{' '}
        {made === null || made.link === '' ? null : (
          <WebLink url={made.link} otherwise={<span className="mf-muted">{made.link}</span>}>
            Where it was read
          </WebLink>
        )}
      </span>
      <span className="mf-gov-verify-acts">
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => setReading(true)}
          aria-label={`Mark ${of.label} as read`}
        >
          {state === 'open' || state === 'lapsed' ? 'Mark as read…' : 'Read again…'}
        </Button>
        {made === null || state === 'lapsed' ? null : (
          <Button
            size="compact-xs"
            variant="subtle"
            loading={takeBack.pending}
            onClick={() => void takeBack.run({ id: made.id })}
            aria-label={`Take back that ${of.label} was read`}
          >
            Take back
          </Button>
        )}
      </span>
      {reading ? <ReadingDialog of={of} onClose={() => setReading(false)} /> : null}
    </div>
  );
}
