import { eventOf, type FactEvent, type TimelineEvent } from './timeline-event';
import type { TimelineKind } from './vocabulary';

/** One entry of the journal with what it did to rows of one model. */
export interface ModelEntry {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly kind: 'do' | 'undo' | 'redo';
  readonly channel: string;
  readonly label: string;
  readonly rows: readonly {
    readonly table: string;
    readonly id: string;
    readonly did: 'insert' | 'update' | 'remove';
  }[];
  /** It changed a field of the model that somebody states; what follows from moves alone is none. */
  readonly stated: boolean;
}

/** What brings rows of files, or results of tools. */
const BRINGS = /^(imports\.|drift\.record$)/;
const kindOf = ({ channel }: ModelEntry): TimelineKind => (BRINGS.test(channel) ? 'imports' : 'edits');
/** A file has a row of its own, whatever facts it brought. */
const isFile = ({ channel }: ModelEntry): boolean => channel.startsWith('imports.');

const VERB = { do: '', undo: 'Undo: ', redo: 'Redo: ' } as const satisfies Record<ModelEntry['kind'], string>;

/**
 * All that happened, the newest first and what has no date at the end. An entry of the journal is told by the facts that it
 * brought; one that did more, or whose facts are no longer there, has a row of its own. So each entry is in one row at least.
 */
export function mergeTimeline(facts: readonly FactEvent[], entries: readonly ModelEntry[]): readonly TimelineEvent[] {
  const seqs = new Map<string, number[]>(facts.map(({ event }) => [event.key, []]));
  const byRow = new Map<string, FactEvent[]>();
  for (const fact of facts)
    for (const row of fact.rows) {
      const known = byRow.get(rowKey(row));
      if (known) known.push(fact);
      else byRow.set(rowKey(row), [fact]);
    }
  const own: TimelineEvent[] = [];
  // The first entry of a step is told by it; a later one that changed it again is not.
  for (const entry of entries.toSorted((a, b) => a.seq - b.seq)) {
    const tellers = tellersOf(entry, byRow, seqs);
    if (tellers === null) own.push(rowOf(entry));
    else for (const { event } of tellers) seqs.get(event.key)?.unshift(entry.seq);
  }
  const told = facts.map(({ event }): TimelineEvent => ({ ...event, seqs: seqs.get(event.key) ?? [] }));
  // What is told later of one moment stands above.
  return [...told, ...own].reverse().toSorted(newestFirst);
}

const rowKey = ({ table, id }: { readonly table: string; readonly id: string }): string => `${table} ${id}`;

/** The events that tell all of an entry; `null`: they do not. */
function tellersOf(
  entry: ModelEntry,
  byRow: ReadonlyMap<string, readonly FactEvent[]>,
  seqs: ReadonlyMap<string, readonly number[]>,
): readonly FactEvent[] | null {
  if (entry.kind !== 'do' || entry.stated || isFile(entry)) return null;
  const tellers: FactEvent[] = [];
  for (const row of entry.rows) {
    if (row.table === 'models' && row.did === 'update') continue;
    // Results of several runs are told by each of them; a step is told once.
    const own = (byRow.get(rowKey(row)) ?? []).filter(
      (fact) =>
        tells(fact, entry, row.did) && (fact.step === undefined || (seqs.get(fact.event.key)?.length ?? 0) === 0),
    );
    if (own.length === 0) return null;
    for (const teller of own) if (!tellers.includes(teller)) tellers.push(teller);
  }
  return tellers.length === 0 ? null : tellers;
}

function tells({ step }: FactEvent, { channel, at }: ModelEntry, did: 'insert' | 'update' | 'remove'): boolean {
  if (step === undefined) return did === 'insert';
  if (did !== 'update' || !step.channels.includes(channel)) return false;
  return step.recordedAt === undefined || step.recordedAt === at;
}

/** The one incident that an entry is about: its own page tells what was changed. */
function incidentOf({ rows }: ModelEntry): string | null {
  const about = rows.filter(({ table, did }) => table === 'incidents' && did !== 'remove');
  return about.length === 1 && rows.length === 1 ? (about[0]?.id ?? null) : null;
}

const rowOf = (entry: ModelEntry): TimelineEvent => ({
  ...eventOf({
    key: `entry ${entry.seq}`,
    kind: kindOf(entry),
    at: entry.at,
    what: `${VERB[entry.kind]}${entry.label}`,
    who: entry.actor,
    incidentId: incidentOf(entry),
  }),
  seqs: [entry.seq],
});

function newestFirst(a: TimelineEvent, b: TimelineEvent): number {
  if (a.at === null || b.at === null) return Number(a.at === null) - Number(b.at === null);
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  // Of one moment: what was recorded later stands above.
  return (b.seqs[0] ?? 0) - (a.seqs[0] ?? 0);
}
