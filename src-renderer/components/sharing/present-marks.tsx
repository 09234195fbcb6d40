import type { ReactNode } from 'react';
import type { Output } from '#contract/index';
import { Initials } from './initials';

export type Present = Output<'share.status'>['here'][number];
export type PresentByModel = ReadonlyMap<string, readonly Present[]>;

/** As many stand beside a name. */
const SHOWN = 2;

/** Who is at a model, beside its name: initials, and whether they edit. Those who edit come first. */
export function PresentMarks({ people }: { readonly people: readonly Present[] | undefined }): ReactNode {
  if (!people) return null;
  const sorted = people.toSorted((a, b) => Number(b.here.edits) - Number(a.here.edits));
  const edits = sorted.some(({ here }) => here.edits);
  return (
    <span className="mf-present">
      {sorted.slice(0, SHOWN).map(({ user, name, here }) => (
        <Initials key={user} name={name} title={`${name} ${here.edits ? 'edits' : 'looks at'} it`} />
      ))}
      <span aria-hidden="true">{edits ? 'edits' : 'looks'}</span>
    </span>
  );
}
