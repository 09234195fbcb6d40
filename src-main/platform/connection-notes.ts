import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { RequestRun, ShownCertificate } from '#contract/imports/connection-requests';
import { WORD_FIELDS } from '#domain/incidents/ticket-words';
import { writeBeside } from './write-beside';

const Trouble = z.object({
  at: z.string(),
  what: z.string(),
  todo: z.string(),
  notBefore: z.string().nullable(),
  /** It may go by itself, so it is tried again. */
  passing: z.boolean(),
  certificate: ShownCertificate.nullish().catch(null),
});
const Good = z.object({
  at: z.string(),
  ms: z.number(),
  version: z.string(),
  workspace: z.string(),
  account: z.string().optional(),
  models: z.number(),
  versions: z.number(),
  prompts: z.number(),
  projects: z.number().optional(),
  runs: z.number().optional(),
  series: z.number().optional(),
  incidents: z.number().optional(),
});
/** What its source wants to remember of a reading that was taken, and the import that it stands and falls with; `null`: there is none. `of`: the part of the server. */
const Taken = z.object({ of: z.string(), importId: z.string().nullable(), memory: z.record(z.string(), z.json()) });
const State = z.object({
  triedAt: z.string(),
  /** The part of the server that `good` and `seen` are of; `null`: noted before this was. */
  of: z.string().nullable().catch(null),
  good: Good.nullable(),
  trouble: Trouble.nullable(),
  waiting: z.number(),
  unchanged: z.number(),
  /** The import that was taken last, while nothing was read since: taken back, it says that what was seen holds no more. */
  took: z.string().nullable().catch(null),
  /** Since when which version of a model is live, as far as this computer saw it. */
  seen: z.record(z.string(), z.object({ version: z.string(), from: z.string(), to: z.string() })),
  /** When it was looked last; `null`: never so that one could see; left out: when it was read last. */
  seenAt: z.string().nullable().optional(),
  /** The oldest first. */
  takes: z.array(Taken).catch([]),
  /** What the words of its tickets mean as the system says it, as far as they were read here. */
  words: z.array(z.object({ field: z.enum(WORD_FIELDS), from: z.string(), to: z.string() })).catch([]),
});
export type ConnectionState = z.output<typeof State>;

const Stored = z.object({
  agreed: z.record(z.string(), z.string()).catch({}),
  states: z.record(z.string(), State).catch({}),
});
type Stored = z.output<typeof Stored>;

/** What this computer knows of the connections of one portfolio: what was agreed to here, and what came of it. */
export interface ConnectionNotes {
  /** To what somebody agreed for a connection; `null`: to nothing. */
  agreedTo(id: string): string | null;
  agree(id: string, to: string | null): void;
  state(id: string): ConnectionState | null;
  setState(id: string, state: ConnectionState): void;
  /** What this computer asked for a connection, the latest first. */
  requests(id: string): readonly RequestRun[];
  noteRequests(id: string, run: RequestRun): void;
}

const Requests = z.object({ runs: z.record(z.string(), z.array(RequestRun).catch([])).catch({}) });

const MOST_RUNS = 100;
const MOST_CONNECTIONS = 50;

/** @param of names the portfolio */
export function connectionNotes(folder: string, of: string): ConnectionNotes {
  const file = join(folder, 'connections', `${of}.json`);
  const asked = join(folder, 'connections', `${of}.requests.json`);
  const save = (next: Stored): void => {
    mkdirSync(join(folder, 'connections'), { recursive: true });
    writeBeside(file, JSON.stringify(next));
  };
  const own = <T>(all: Readonly<Record<string, T>>, id: string): T | null =>
    Object.hasOwn(all, id) ? (all[id] ?? null) : null;
  return {
    agreedTo: (id) => own(read(file).agreed, id),
    agree: (id, to) => {
      const stored = read(file);
      const { [id]: _before, ...others } = stored.agreed;
      save({ ...stored, agreed: to === null ? others : { ...others, [id]: to } });
    },
    state: (id) => own(read(file).states, id),
    setState: (id, state) => {
      const stored = read(file);
      save({ ...stored, states: { ...stored.states, [id]: state } });
    },
    requests: (id) => own(readRequests(asked), id) ?? [],
    noteRequests: (id, run) => {
      const { [id]: before = [], ...others } = readRequests(asked);
      const latest = (runs: readonly RequestRun[]): string => runs[0]?.at ?? '';
      const kept = Object.entries(others)
        .sort(([, a], [, b]) => (latest(a) < latest(b) ? 1 : -1))
        .slice(0, MOST_CONNECTIONS - 1);
      mkdirSync(join(folder, 'connections'), { recursive: true });
      writeBeside(
        asked,
        JSON.stringify({ runs: { ...Object.fromEntries(kept), [id]: [run, ...before].slice(0, MOST_RUNS) } }),
        0o600,
      );
    },
  };
}

/** A damaged file costs that a person is asked again before anything leaves the computer. */
function read(file: string): Stored {
  try {
    return Stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { agreed: {}, states: {} };
  }
}

/** A damaged file costs what was noted in it. */
function readRequests(file: string): z.output<typeof Requests>['runs'] {
  try {
    return Requests.parse(JSON.parse(readFileSync(file, 'utf8'))).runs;
  } catch {
    return {};
  }
}
