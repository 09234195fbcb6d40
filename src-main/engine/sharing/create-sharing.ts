import { DomainError } from '../../failure/domain-error';
import { PORTFOLIO_FORMAT } from '../../store/files';
import type { Central } from '../../store/shared/central';
import type { BackendOptions } from '../backend-types';
import type { Follow, Workspace } from '../workspace';
import { noSharing, type SharingDesk } from './desk';
import { createSharingLine, type SharingParts } from './sharing';
import { createSharingDesk } from './sharing-desk';

/** A script waits so long for a server before it goes on without it. */
const WAITED_MS = 15_000;

interface Sharing {
  readonly desk: SharingDesk;
  readonly follow: Follow;
  signs(): string | null;
}

type Parts = Pick<SharingParts, 'keys' | 'now' | 'publish' | 'log' | 'give'> & { readonly workspace: () => Workspace };

/** What an engine has of sharing. */
export function createSharing({ door, environment, acceptPaths }: BackendOptions, parts: Parts): Sharing {
  if (door === undefined)
    return {
      desk: noSharing(noDoor),
      follow: { opened: async () => undefined, closing: async () => undefined },
      signs: () => null,
    };
  let handed: Central | null = null;
  const line = createSharingLine({ ...parts, door, environment: environment ?? null, format: PORTFOLIO_FORMAT });
  const desk = createSharingDesk(line, {
    ...{ door, environment: environment ?? null, keys: parts.keys, now: parts.now, workspace: parts.workspace },
    hand: (central) => {
      handed = central;
    },
  });
  return {
    desk,
    signs: line.signs,
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
