import { createHash } from 'node:crypto';
import type { Output } from '#contract/index';
import { changedOutside } from '../../engine/change-events';
import { DomainError } from '../../failure/domain-error';
import { readClosedPortfolio } from '../../store/files';
import type { ReadHandle } from '../../store/journal/handle';
import { compareReplaced, type FileSide } from '../../store/portfolio/compare-replaced';
import { type ConflictCopy, listConflictCopies } from '../../store/portfolio/conflict-copies';
import type { CommandContext, QueryContext } from '../context';

type Comparison = NonNullable<Output<'workspace.compareReplaced'>['comparison']>;

/** What the open portfolio and a file of its history have gone through since they parted. */
export const comparisonWith = (here: ReadHandle, path: string): Promise<Comparison> =>
  readClosedPortfolio(path, async (there) => {
    const { here: own, there: other, fields, ...rest } = await compareReplaced(here, there, path);
    const side = ({ actors, ...one }: FileSide) => ({ ...one, actors: [...actors] });
    return { ...rest, here: side(own), there: side(other), fields: [...fields] };
  });

/** Where it is kept which copies a person has seen. */
const seenOf = (path: string): string => `copies-${createHash('sha256').update(path).digest('hex').slice(0, 16)}`;
/** The same copy when it was written again is another one. */
const seenAs = ({ id, changedAt }: ConflictCopy): string => `${id} ${changedAt}`;

export async function conflicts(context: QueryContext): Promise<Output<'workspace.conflicts'>> {
  // Files come and go beside the portfolio: the engine looks, and says so in the words of the workspace.
  const store = context.workspace.store();
  const seen = context.preferences.told(seenOf(store.path)) ?? new Set();
  const copies = await listConflictCopies(store);
  return {
    copies: copies.map(({ path: _path, ...copy }) => ({ ...copy, seen: seen.has(seenAs({ path: _path, ...copy })) })),
  };
}

const findCopy = async (id: string, context: QueryContext): Promise<ConflictCopy | null> =>
  (await listConflictCopies(context.workspace.store())).find((copy) => copy.id === id) ?? null;

export async function compareConflict(
  { id }: { readonly id: string },
  context: QueryContext,
): Promise<Output<'workspace.compareConflict'>> {
  const copy = await findCopy(id, context);
  return { comparison: copy && (await comparisonWith(context.read, copy.path)) };
}

export async function leaveConflicts(context: CommandContext): Promise<Output<'workspace.leaveConflicts'>> {
  const store = context.workspace.store();
  const copies = await listConflictCopies(store);
  context.preferences.setTold(seenOf(store.path), new Set(copies.map(seenAs)));
  context.publish(changedOutside('workspace', 'preferences'));
  return { left: copies.length };
}

/** @throws DomainError `not_found` where the copy is gone */
export async function conflictPath(id: string, context: QueryContext): Promise<string> {
  const copy = await findCopy(id, context);
  if (copy === null)
    throw new DomainError('not_found', 'This copy is not beside the portfolio any more. Look for it in its folder.');
  return copy.path;
}
