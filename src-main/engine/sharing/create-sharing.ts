import { DomainError } from '../../failure/domain-error';
import { sharedNotes } from '../../platform/shared-notes';
import { PORTFOLIO_FORMAT } from '../../store/files';
import type { Central } from '../../store/shared/central';
import type { Sharing as Shared } from '../../store/shared/sharing';
import type { BackendOptions } from '../backend-types';
import type { Follow, Workspace } from '../workspace';
import { createAgreements } from './agreement';
import { noSharing, type SharingDesk } from './desk';
import { createSharingLine } from './sharing';
import { createSharingDesk } from './sharing-desk';
import type { SharingParts } from './sharing-line';

/** A script waits so long for a server before it goes on without it. */
const WAITED_MS = 15_000;

interface Sharing {
  readonly desk: SharingDesk;
  readonly follow: Follow;
  signs(): string | null;
  /** What somebody may not do, with the names of those who may. */
  advised(error: unknown): unknown;
}

type Parts = Pick<SharingParts, 'keys' | 'now' | 'publish' | 'log' | 'give'> & { readonly workspace: () => Workspace };

/** What an engine has of sharing. */
export function createSharing({ door, environment, acceptPaths, configFolder }: BackendOptions, parts: Parts): Sharing {
  if (door === undefined)
    return {
      desk: noSharing(noDoor),
      follow: { opened: async () => undefined, closing: async () => undefined },
      signs: () => null,
      advised: (error) => error,
    };
  const notesOf = ({ portfolio, address }: Pick<Shared, 'portfolio' | 'address'>) =>
    sharedNotes(configFolder, { portfolio, user: address.user });
  const agreements = createAgreements(notesOf);
  let handed: Central | null = null;
  const line = createSharingLine({
    ...{ ...parts, door, environment: environment ?? null, format: PORTFOLIO_FORMAT },
    ...{ notesOf, agreements, watched: !acceptPaths },
  });
  const desk = createSharingDesk(line, {
    ...{
      door,
      environment: environment ?? null,
      keys: parts.keys,
      now: parts.now,
      give: parts.give,
      workspace: parts.workspace,
      notesOf,
      agreements,
    },
    hand: (central) => {
      handed = central;
    },
  });
  return {
    desk,
    signs: line.signs,
    advised: line.advised,
    follow: {
      opened: async (store) => {
        const central = handed ?? undefined;
        handed = null;
        const tried = line.opened(store, central);
        // A person reads meanwhile; a script asks once, and wants the answer of today.
        if (acceptPaths || central) await Promise.race([tried, rest(WAITED_MS)]);
      },
      closing: line.closed,
    },
  };
}

const rest = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });

function noDoor(): never {
  throw new DomainError('unavailable', 'This program has no way to servers; portfolios cannot be shared with it.');
}
