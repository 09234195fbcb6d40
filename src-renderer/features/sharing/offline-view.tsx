import type { ReactNode } from 'react';
import { Panel } from '../../components/ui/panel';

const EDITS = ['Edit fields, move stages below a gate', 'kept here in order, and shared when you are back'] as const;
const GOES_ON = [
  ['Read, filter, compare, look back', 'all of it, from your own copy'],
  EDITS,
  ['Deck, report, workbook', 'of your own copy; each says how many changes are not yet shared'],
] as const;

const WAITS = [
  ['Approve a version', 'two people decide, and the server sees that they are two'],
  ['Move a gated model to production', 'needs that approval'],
  ['Import, delete, merge', 'would have to be weighed against what the others do meanwhile'],
  ['Undo what is shared', 'somebody may be building on it'],
  ['Rules, packs, roles', 'hold for everybody; only the database knows who is who'],
] as const;

const HELD = [['Every change', 'until what stands above is mended, so that nothing is done twice or lost']] as const;

const BACK = [
  ['Theirs come first', 'What the others did is fetched and checked entry by entry.'],
  ['Yours run again, one by one', 'Each as if you did it now: the rules of then do not count, the rules of now do.'],
  ['Only what collides asks', 'Both values with who and when. What is refused stays in a list until you let it go.'],
] as const;

function Lines({ lines }: { readonly lines: readonly (readonly [string, string])[] }): ReactNode {
  return (
    <dl className="mf-lines">
      {lines.map(([what, text]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** @param held nothing is changed, not even to wait */
export function GoesOnPanel({ held }: { readonly held: boolean }): ReactNode {
  return (
    <Panel title="Goes on as always" hint="From your own copy">
      <Lines lines={held ? GOES_ON.filter((line) => line !== EDITS) : GOES_ON} />
    </Panel>
  );
}

export function WaitsPanel({ held }: { readonly held: boolean }): ReactNode {
  return (
    <Panel title="Waits for the others" hint="Not done now; each says why when it is tried">
      <Lines lines={held ? HELD : WAITS} />
    </Panel>
  );
}

export function BackPanel(): ReactNode {
  return (
    <Panel title="When you are back" className="mf-back">
      <ol className="mf-back-steps">
        {BACK.map(([what, text]) => (
          <li key={what}>
            <strong>{what}</strong>
            <span className="mf-muted">{text}</span>
          </li>
        ))}
      </ol>
      <p className="mf-muted">If you never come back, your changes can still be kept: Leave keeps them in your file.</p>
    </Panel>
  );
}
