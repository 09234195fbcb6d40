import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Output } from '#contract/index';
import { useChannel } from '../../../client/use-query';

export type Checked = Output<'packs.check'>;

/** What is wrong with a pack, each with its place; at most a few. */
export function Problems({ problems }: Pick<Checked, 'problems'>): ReactNode {
  if (problems.length === 0) return null;
  return (
    <div role="alert">
      <strong>It cannot be taken in, and nothing was changed</strong>
      <ul>
        {problems.slice(0, 8).map(({ place, words }) => (
          <li key={`${place} ${words}`}>
            {place === '' ? '' : <strong>{place}: </strong>}
            {words}
          </li>
        ))}
      </ul>
      {problems.length > 8 ? <p className="mf-muted">And {problems.length - 8} more.</p> : null}
    </div>
  );
}

interface AcceptProps {
  readonly checked: Checked;
  readonly accepted: boolean;
  readonly put: (accepted: boolean) => void;
}

/** What a pack does to those that are there, and that it is meant where it meets others. */
export function Accept({ checked: { words, meeting }, accepted, put }: AcceptProps): ReactNode {
  if (meeting === null) return null;
  return (
    <>
      <ul className="mf-muted">
        {words.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {meeting === 'new' ? null : (
        <Checkbox label="That is meant" checked={accepted} onChange={(event) => put(event.currentTarget.checked)} />
      )}
    </>
  );
}

/** The same of a pack that is being written; `null` while nobody knows. */
export function useChecked(given: Readonly<Record<string, unknown>>, was?: string): Checked | null {
  const { data } = useChannel('packs.check', { given, ...(was === undefined ? {} : { was }) });
  return data ?? null;
}
