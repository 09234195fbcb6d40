import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type ConnectionNotes, connectionNotes } from './connection-notes';
import { writeBeside } from './write-beside';

const RECENTS = 12;
const LOOKS = 50;
/** More than anybody follows. */
const FOLLOWED = 2_000;

export interface BackupRule {
  readonly automatic: boolean;
  readonly budgetMb: number;
  /** Of the backups of all portfolios; `null`: beside each. */
  readonly folder: string | null;
}
/** What the decks of this computer bear besides their content. */
export interface KeptDress {
  readonly company: string;
  readonly line: string;
  /** The name of the file that the logo was taken from; '' = none is kept. */
  readonly logo: string;
}
const BARE: KeptDress = { company: '', line: '', logo: '' };

const BACKUPS_AT_FIRST: BackupRule = { automatic: true, budgetMb: 2_000, folder: null };

const Stored = z.object({
  yourName: z.string().catch(''),
  forms: z.string().nullable().catch(null),
  recents: z.array(z.object({ path: z.string(), name: z.string(), openedAt: z.string() })).catch([]),
  looks: z.array(z.object({ of: z.string(), last: z.string(), before: z.string().nullable() })).catch([]),
  nudges: z.array(z.string()).catch([]),
  follows: z.array(z.object({ of: z.string(), things: z.array(z.string()) })).catch([]),
  backups: z
    .object({ automatic: z.boolean(), budgetMb: z.number(), folder: z.string().nullable().catch(null) })
    .catch(BACKUPS_AT_FIRST),
  dress: z.object({ company: z.string(), line: z.string(), logo: z.string() }).catch(BARE),
});
type Stored = z.output<typeof Stored>;

/** What the program remembers outside of any portfolio. */
export interface Preferences {
  yourName(): string;
  setYourName(name: string): void;
  /** The locale in whose forms this person reads; `null`: as the computer has it. */
  forms(): string | null;
  setForms(locale: string | null): void;
  recents(): readonly RecentFile[];
  remember(path: string, name: string, openedAt: string): void;
  forget(id: string): boolean;
  /** When a person looked at what changed in a portfolio; `null`: never. */
  look(of: string): Look | null;
  setLook(of: string, look: Look): void;
  /** What a person follows in a portfolio (`model 01H…`), the latest first. */
  follows(of: string): readonly string[];
  setFollows(of: string, things: readonly string[]): void;
  /** Kinds of news that this person asked to be told of on this computer. */
  nudges(): readonly string[];
  setNudges(kinds: readonly string[]): void;
  /** What a person was told of a portfolio; `null`: nothing was ever noted. */
  told(of: string): ReadonlySet<string> | null;
  setTold(of: string, told: ReadonlySet<string>): void;
  /** What this computer knows of the connections of a portfolio. */
  connections(of: string): ConnectionNotes;
  backupRule(): BackupRule;
  setBackupRule(rule: BackupRule): void;
  dress(): KeptDress;
  setDress(dress: KeptDress): void;
  /** The bytes of the logo that is kept; `null`: none is, or it is gone. */
  logo(): Uint8Array | null;
  keepLogo(bytes: Uint8Array): void;
}

export interface Look {
  readonly last: string;
  readonly before: string | null;
}

export interface RecentFile {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly openedAt: string;
  readonly present: boolean;
}

export function createPreferences(folder: string): Preferences {
  const file = join(folder, 'preferences.json');
  let stored = read(file);
  const save = (next: Stored): void => {
    stored = next;
    mkdirSync(folder, { recursive: true });
    writeBeside(file, JSON.stringify(next, null, 2));
  };
  const idOf = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 16);
  return {
    yourName: () => stored.yourName,
    setYourName: (yourName) => save({ ...stored, yourName }),
    forms: () => stored.forms,
    setForms: (forms) => save({ ...stored, forms }),
    recents: () =>
      stored.recents.map((recent) => ({ ...recent, id: idOf(recent.path), present: existsSync(recent.path) })),
    remember: (path, name, openedAt) => {
      const others = stored.recents.filter((recent) => recent.path !== path);
      save({ ...stored, recents: [{ path, name, openedAt }, ...others].slice(0, RECENTS) });
    },
    forget: (id) => {
      const recents = stored.recents.filter((recent) => idOf(recent.path) !== id);
      const found = recents.length < stored.recents.length;
      if (found) save({ ...stored, recents });
      return found;
    },
    look: (of) => {
      const found = stored.looks.find((one) => one.of === of);
      return found ? { last: found.last, before: found.before } : null;
    },
    setLook: (of, look) => {
      const others = stored.looks.filter((one) => one.of !== of);
      save({ ...stored, looks: [{ of, last: look.last, before: look.before }, ...others].slice(0, LOOKS) });
    },
    connections: (of) => connectionNotes(folder, of),
    backupRule: () => stored.backups,
    setBackupRule: (backups) => save({ ...stored, backups }),
    dress: () => stored.dress,
    setDress: (dress) => save({ ...stored, dress }),
    logo: () => (stored.dress.logo === '' ? null : readLogoFile(join(folder, 'logo'))),
    keepLogo: (bytes) => {
      mkdirSync(folder, { recursive: true });
      writeBeside(join(folder, 'logo'), bytes);
    },
    follows: (of) => stored.follows.find((one) => one.of === of)?.things ?? [],
    setFollows: (of, things) => {
      const others = stored.follows.filter((one) => one.of !== of);
      save({ ...stored, follows: [{ of, things: things.slice(0, FOLLOWED) }, ...others].slice(0, LOOKS) });
    },
    nudges: () => stored.nudges,
    setNudges: (kinds) => save({ ...stored, nudges: [...kinds] }),
    // Beside it, a file a portfolio: there may be thousands, and the list of recent files is read at every start.
    told: (of) => readTold(join(folder, 'told', `${of}.json`)),
    setTold: (of, told) => {
      mkdirSync(join(folder, 'told'), { recursive: true });
      writeBeside(join(folder, 'told', `${of}.json`), JSON.stringify([...told]));
    },
  };
}

/** A damaged preferences file costs the list of recent files, nothing else. */
function read(file: string): Stored {
  try {
    return Stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {
      yourName: '',
      forms: null,
      recents: [],
      looks: [],
      nudges: [],
      follows: [],
      backups: BACKUPS_AT_FIRST,
      dress: BARE,
    };
  }
}

function readLogoFile(file: string): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

/** A damaged list costs that things are told again as if for the first time: not at all. */
function readTold(file: string): ReadonlySet<string> | null {
  try {
    return new Set(z.array(z.string()).parse(JSON.parse(readFileSync(file, 'utf8'))));
  } catch {
    return null;
  }
}
