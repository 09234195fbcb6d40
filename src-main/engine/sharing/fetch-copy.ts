import { DomainError } from '../../failure/domain-error';
import { openPortfolio } from '../../store/files';
import { journalHead } from '../../store/journal/changed-since';
import { verifyJournal } from '../../store/journal/verify';
import type { Central, SnapshotHead } from '../../store/shared/central';
import type { Store } from '../../store/store';

interface Joining {
  readonly portfolio: string;
  readonly address: Parameters<Store['shared']['put']>[0]['address'];
  readonly now: string;
}

/** So often a copy may give way to a newer one while it is fetched. */
const MOST_FETCHED = 5;

async function fetchNewest(central: Central, file: string): Promise<SnapshotHead> {
  for (let tried = 1; ; tried += 1) {
    const snapshot = await central.newestSnapshot();
    if (snapshot === null)
      throw new DomainError(
        'not_found',
        'Nobody has left a copy of this portfolio on the server yet: its sharing was interrupted. Ask its owner to share it again.',
      );
    try {
      await central.fetchSnapshot(snapshot.seq, file);
      return snapshot;
    } catch (error) {
      const went = error instanceof DomainError && error.code === 'not_found';
      if (!went || tried === MOST_FETCHED) throw error;
    }
  }
}

/** The newest copy that was left for those who join, as a file that says where it is shared. */
export async function fetchCopy(central: Central, file: string, { portfolio, address, now }: Joining): Promise<void> {
  const snapshot = await fetchNewest(central, file);
  const store = openPortfolio(file, now);
  try {
    const { seq, hash } = journalHead(store.read);
    const known = (await central.hashOf(snapshot.seq)) === snapshot.hash;
    // Whoever may write could leave any file there: its rows are held against its journal, and that against the server's.
    const whole = known && hash === snapshot.hash && (await verifyJournal(store.read)).whole;
    if (!whole || seq !== snapshot.seq)
      throw new DomainError(
        'bad_file',
        'The copy that lies on the server is not of its journal, and was not taken. Ask an owner to look at it.',
      );
    const { name, role } = central.member;
    await store.shared.put({ portfolio, address, name, role, seq, hash, joined_at: now });
  } finally {
    await store.close();
  }
}
