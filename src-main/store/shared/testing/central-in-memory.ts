import { addChange, entryHash, GENESIS, startChangesHash } from '../../journal/journal-chain';
import type { JournalRow } from '../../journal/tables';
import type { FactChange } from '../../tables';
import { type Central, type CentralEntry, CentralLost, type Member } from '../central';

interface Kept {
  readonly entry: JournalRow;
  readonly changes: readonly FactChange[];
  readonly payload: Buffer | null;
}

/** One shared journal for several copies in one process, with a server's rules of order and hashes; what breaks is told by hand. */
export class JournalInMemory {
  readonly kept: Kept[] = [];
  /** Takes the next entry and loses the answer. */
  losesAnswer = false;
  /** Somebody who is faster: called before each entry is looked at. */
  before: (() => Promise<void>) | null = null;
  private turn: Promise<void> = Promise.resolve();

  private get head(): string {
    return this.kept.at(-1)?.entry.hash ?? GENESIS;
  }

  take(entry: JournalRow, changes: readonly FactChange[], payload: Buffer | null): 'accepted' | 'behind' {
    if (entry.seq !== this.kept.length + 1 || entry.prev_hash !== this.head) return 'behind';
    const digest = startChangesHash();
    for (const change of changes) addChange(digest, change);
    if (entryHash(entry, digest.digest('hex')) !== entry.hash) throw new Error('hash does not fit');
    this.kept.push({ entry, changes, payload });
    if (!this.losesAnswer) return 'accepted';
    this.losesAnswer = false;
    throw new CentralLost('The answer was lost.', true);
  }

  for(name: string): Central {
    const member: Member = { user: name.toLowerCase(), name, role: 'owner', seenAt: null, lastEntryAt: null };
    const append: Central['append'] = async (entry, changes, payload) => {
      const { before } = this;
      this.before = null;
      await before?.();
      return this.take(entry, changes, payload);
    };
    const { kept } = this;
    const nothing = async (): Promise<void> => undefined;
    return {
      member,
      provedBy: null,
      head: async () => ({ seq: kept.length, hash: this.head, format: 0 }),
      append,
      stage: async () => {
        const staged: FactChange[] = [];
        let payload: Buffer | null = null;
        return {
          add: async (changes) => void staged.push(...changes),
          seal: async (_kind, brings) => {
            payload = brings;
            // Whoever is faster is so before the hold.
            const { before } = this;
            this.before = null;
            await before?.();
          },
          take: async (entry) => {
            const changes = staged.map((change) => ({ ...change, seq: entry.seq }));
            const digest = startChangesHash();
            for (const change of changes) addChange(digest, change);
            const hash = entryHash(entry, digest.digest('hex'));
            return (await append({ ...entry, hash }, changes, payload)) === 'behind' ? 'behind' : { hash };
          },
          drop: nothing,
        };
      },
      async *entriesAfter(seq): AsyncGenerator<CentralEntry> {
        for (const { entry, changes, payload } of kept.slice(seq))
          yield { entry, changes: pagesOf(changes), payload: async () => payload };
      },
      hashOf: async (seq) => kept[seq - 1]?.entry.hash ?? null,
      hold: async () => {
        const { turn } = this;
        let release: () => void = () => undefined;
        this.turn = new Promise((resolve) => {
          release = resolve;
        });
        await turn;
        return { release: async () => release() };
      },
      newestSnapshot: async () => null,
      fetchSnapshot: nothing,
      leaveSnapshot: nothing,
      verify: async () => ({ entries: kept.length, head: this.head, firstBroken: null }),
      members: async () => [member],
      setRole: nothing,
      announce: nothing,
      presence: async () => [],
      onNews: () => undefined,
      onLost: () => undefined,
      close: nothing,
    };
  }
}

async function* pagesOf(changes: readonly FactChange[]): AsyncGenerator<readonly FactChange[]> {
  for (let at = 0; at < changes.length; at += 500) yield changes.slice(at, at + 500);
}
