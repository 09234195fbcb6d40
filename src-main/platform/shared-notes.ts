import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeBeside } from './write-beside';

const Person = z.object({ name: z.string(), role: z.enum(['viewer', 'editor', 'approver', 'owner']) });
/** Entries that came in while nobody looked: behind `after`, up to `upTo`. */
const Away = z.object({ after: z.number(), upTo: z.number(), since: z.string() });
const Stored = z.object({
  people: z.array(Person).catch([]),
  away: Away.nullable().catch(null),
  left: z.string().nullable().catch(null),
  agreed: z.array(z.string()).catch([]),
});
type Stored = z.output<typeof Stored>;

export type SharedPerson = z.output<typeof Person>;
export type AwayNote = z.output<typeof Away>;

/** What this computer knows of a shared portfolio beside its copy. */
export interface SharedNotes {
  /** Who shares it, as its server said last; empty: not known. */
  people(): readonly SharedPerson[];
  setPeople(people: readonly SharedPerson[]): void;
  /** What others did since a person looked; `null`: nothing that was not seen. */
  away(): AwayNote | null;
  setAway(away: AwayNote | null): void;
  /** Since when no window follows what others do; `null`: one does, or none ever did. */
  left(): string | null;
  setLeft(at: string | null): void;
  /** Which servers somebody agreed on this computer to ask for it, the latest last. */
  agreed(): readonly string[];
  setAgreed(servers: readonly string[]): void;
}

/** A server that moved has a few addresses in the course of time. */
const MOST_AGREED = 20;

/** @param of the portfolio on its server, and the login */
export function sharedNotes(folder: string, { portfolio, user }: { portfolio: string; user: string }): SharedNotes {
  const name = createHash('sha256').update(`${portfolio} ${user}`).digest('hex').slice(0, 16);
  const file = join(folder, 'shared', `${name}.json`);
  const put = (part: Partial<Stored>): void => {
    try {
      mkdirSync(join(folder, 'shared'), { recursive: true });
      writeBeside(file, JSON.stringify({ ...read(file), ...part }));
    } catch {
      // A full disk costs a list as well; the sharing itself goes on.
    }
  };
  return {
    people: () => read(file).people,
    setPeople: (people) => put({ people: people.map(({ name: signs, role }) => ({ name: signs, role })) }),
    away: () => read(file).away,
    setAway: (away) => put({ away }),
    left: () => read(file).left,
    setLeft: (left) => put({ left }),
    agreed: () => read(file).agreed,
    setAgreed: (servers) => put({ agreed: servers.slice(-MOST_AGREED) }),
  };
}

/** A damaged file costs that a list is not shown once more, and that a person is asked again before a server is. */
function read(file: string): Stored {
  try {
    return Stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { people: [], away: null, left: null, agreed: [] };
  }
}
