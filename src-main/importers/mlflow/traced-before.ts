import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Asked, Memory } from '../sources/source';
import type { Experiment } from './experiments';
import { type Asker, DAY_MS, DAYS, dayOf, numberOf, type Point, type Span } from './trace-metrics';
import { ASSESSED, SCORES, TRACES } from './trace-questions';

/** Applications of which figures are read at once; those that were made last go first. */
export const MOST_TRACED = 100;
const ASKED_AT_ONCE = 500;
/** So long what was traced on a day may still arrive: these days are read each time. Those before are settled. */
const LATE_DAYS = 7;

/** What was read of an application. */
const Traced = z.object({
  id: z.string(),
  /** The model that was chosen for its name; '': none was. */
  as: z.string(),
  /** The settled days of which all is here, and the traces that there were in them. */
  from: z.number(),
  to: z.number(),
  traces: z.number(),
  /** The applications whose assessments of these days are told apart by one sign; '': they are not. */
  group: z.string(),
  sign: z.string(),
});
type Traced = z.output<typeof Traced>;
const Remembered = z.object({ traced: Traced });

export interface ToRead {
  readonly id: string;
  readonly name: string;
  /** The days whose traces are read; `null`: there is nothing new of them. */
  readonly traces: Span | null;
  readonly assessed: Span | null;
  /** What is remembered once it was read. */
  memory(statuses: readonly Point[]): Readonly<Record<string, unknown>>;
}

export interface TracedNow {
  readonly toRead: readonly ToRead[];
  /** There are more than are read. */
  readonly more: boolean;
  /** The same memory, so that one question tells of all of them whether an assessment came late. */
  signed(memory: Memory): Promise<Memory>;
}

/**
 * The applications of which something may be new, and of which days. Those that were not taken before are looked for among all
 * experiments. Of the others the last days are read, and of settled days only what one question for all of them says that it changed: more
 * traces than there were, or other assessments. Traces that were deleted leave what was measured as it was.
 */
export async function tracedNow(
  asker: Asker,
  experiments: readonly Experiment[],
  days: Span,
  asked: Pick<Asked, 'mapping' | 'before'>,
): Promise<TracedNow> {
  const settled = days.to - LATE_DAYS * DAY_MS;
  const choices = new Map(asked.mapping.models.map(({ name, modelId }) => [name, modelId]));
  const chosenFor = (name: string): string => choices.get(name) ?? '';
  const before = takenBefore(asked.before.taken);
  const counted = async (some: readonly { readonly experiment_id: string }[], span: Span): Promise<number> => {
    const { points } = await asker.whole(idsOf(some), TRACES, span);
    return points.reduce((sum, point) => sum + (numberOf(point, 'COUNT') ?? 0), 0);
  };

  const known: Known[] = [];
  const strange: Experiment[] = [];
  for (const one of experiments) {
    const last = before.get(one.name);
    const holds =
      last?.id === one.experiment_id &&
      last.as === chosenFor(one.name) &&
      last.from >= days.from - DAYS * DAY_MS &&
      last.to > last.from &&
      last.to <= settled;
    if (holds) known.push({ ...one, last });
    else strange.push(one);
  }
  const fresh = await holding(strange, (some) => counted(some, days), MOST_TRACED);
  const traced = new Set(idsOf([...known, ...fresh]));
  const wanted = new Set([...traced].length > MOST_TRACED ? mostRecent(experiments, traced) : traced);

  const whole = fresh.filter(({ experiment_id: id }) => wanted.has(id)).map((one) => ({ ...one, last: null }));
  const kept: Kept[] = [];
  for (const some of groupsOf(
    known.filter(({ experiment_id: id }) => wanted.has(id)),
    ({ last }) => `${last.from} ${last.to}`,
  )) {
    const span = { from: some[0].last.from, to: some[0].last.to };
    const more = new Map<string, number>();
    const were = (these: readonly Known[]): number => these.reduce((sum, { last }) => sum + last.traces, 0);
    await holding(
      some,
      async (these) => (await counted(these, span)) - were(these),
      some.length,
      (one, found) => more.set(one.experiment_id, found),
    );
    const same = some.filter(({ experiment_id: id }) => (more.get(id) ?? 0) <= 0);
    for (const one of some) if (!same.includes(one)) whole.push({ ...one, last: null });
    const recent = { from: span.to, to: days.to };
    const active = new Set(await holding(same, (these) => counted(these, recent), same.length));
    const late = await assessedLate(asker, some);
    for (const one of same) {
      const traces = one.last.traces + (more.get(one.experiment_id) ?? 0);
      kept.push({ ...one, last: { ...one.last, traces }, active: active.has(one), late: late.has(one) });
    }
  }

  const asRead = (one: Experiment, from: number, traces: number) => (statuses: readonly Point[]) => ({
    traced: {
      id: one.experiment_id,
      as: chosenFor(one.name),
      from,
      to: settled,
      traces: traces + tracesBefore(statuses, settled),
      ...{ group: '', sign: '' },
    } satisfies Traced,
  });
  const toRead: ToRead[] = [
    ...whole.map((one) => ({
      ...{ id: one.experiment_id, name: one.name, traces: days, assessed: days },
      memory: asRead(one, days.from, 0),
    })),
    ...kept.map((one) => {
      const recent = one.active ? { from: one.last.to, to: days.to } : null;
      const since = Math.max(one.last.from, days.from);
      return {
        ...{ id: one.experiment_id, name: one.name, traces: recent },
        assessed: one.late ? { from: since, to: days.to } : recent,
        memory: asRead(one, one.last.from, one.last.traces),
      };
    }),
  ];
  const lasts = new Map(kept.map(({ name, last, late }) => [name, late ? null : last]));
  return {
    toRead,
    more: traced.size > MOST_TRACED,
    signed: (memory) => withSigns(asker, memory, lasts),
  };
}

interface Known extends Experiment {
  readonly last: Traced;
}
interface Kept extends Known {
  readonly active: boolean;
  readonly late: boolean;
}

const idsOf = (some: readonly { readonly experiment_id: string }[]): string[] =>
  some.map(({ experiment_id }) => experiment_id);

const mostRecent = (experiments: readonly Experiment[], traced: ReadonlySet<string>): string[] =>
  idsOf(experiments)
    .filter((id) => traced.has(id))
    .slice(0, MOST_TRACED);

/** What was remembered last of each name. */
function takenBefore(taken: readonly Memory[]): ReadonlyMap<string, Traced> {
  const before = new Map<string, Traced>();
  for (const memory of taken)
    for (const [name, value] of Object.entries(memory)) {
      const { data } = Remembered.safeParse(value);
      if (data) before.set(name, data.traced);
    }
  return before;
}

function groupsOf<T>(all: readonly T[], keyOf: (one: T) => string): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return [...groups.values()];
}

/**
 * Those of which there is something: a half without any is not asked one by one, and what the second half has is what the first has not.
 *
 * @param most so many are looked for, and one more
 */
async function holding<T>(
  all: readonly T[],
  count: (some: readonly T[]) => Promise<number>,
  most: number,
  told: (one: T, found: number) => void = () => undefined,
): Promise<readonly T[]> {
  const found: T[] = [];
  const look = async (some: readonly T[], has: number): Promise<void> => {
    if (has === 0 || found.length > most) return;
    const [only, other] = some;
    if (only !== undefined && other === undefined) {
      found.push(only);
      told(only, has);
      return;
    }
    const half = Math.ceil(some.length / 2);
    const first = await count(some.slice(0, half));
    await look(some.slice(0, half), first);
    await look(some.slice(half), has - first);
  };
  for (let at = 0; at < all.length && found.length <= most; at += ASKED_AT_ONCE) {
    const some = all.slice(at, at + ASKED_AT_ONCE);
    await look(some, await count(some));
  }
  return found;
}

function tracesBefore(statuses: readonly Point[], settled: number): number {
  const until = new Date(settled).toISOString().slice(0, 10);
  return statuses.reduce((sum, point) => {
    const day = dayOf(point);
    return day !== null && day < until ? sum + (numberOf(point, 'COUNT') ?? 0) : sum;
  }, 0);
}

/** Those of applications of the same days that have other assessments than they had, as far as one question can tell. */
async function assessedLate(asker: Asker, all: readonly Known[]): Promise<ReadonlySet<Known>> {
  const late = new Set<Known>();
  for (const some of groupsOf(all, ({ last }) => `${last.group} ${last.sign}`)) {
    const { from, to, group, sign } = some[0].last;
    const ids = idsOf(some);
    if (sign !== '' && group === groupOf(ids) && sign === (await signOf(asker, ids, { from, to }))) continue;
    for (const one of some) late.add(one);
  }
  return late;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
const groupOf = (ids: readonly string[]): string => digest(ids.toSorted().join(' '));

/** Another one when an assessment came, went or was changed. '': nobody can tell, since there are too many. */
async function signOf(asker: Asker, ids: readonly string[], span: Span): Promise<string> {
  const lines: string[] = [];
  for (const [question, of] of [[SCORES, 'AVG'] as const, [ASSESSED, 'COUNT'] as const]) {
    const { points, cut } = await asker.whole(ids, question, span);
    if (cut) return '';
    // A mean of the same numbers in another order differs by less.
    for (const point of points)
      lines.push(JSON.stringify([of, point.dimensions?.assessment_name, numberOf(point, of)?.toPrecision(12)]));
  }
  return digest(lines.sort().join('\n'));
}

/** @param lasts what was remembered of those of which no other assessments came */
async function withSigns(asker: Asker, memory: Memory, lasts: ReadonlyMap<string, Traced | null>): Promise<Memory> {
  const all = Object.entries(memory).flatMap(([name, value]) => {
    const { data } = Remembered.safeParse(value);
    return data ? [{ name, now: data.traced, last: lasts.get(name) }] : [];
  });
  const signed = new Map<string, object>();
  // Those that are new apart: of some of them nobody may know whose they are, so that they are not remembered.
  for (const some of groupsOf(all, ({ now, last }) => `${now.from} ${last === undefined}`)) {
    const group = groupOf(some.map(({ now }) => now.id));
    const [{ now, last }] = some;
    const asBefore = some.every((one) => one.last?.group === group && one.last.to === one.now.to);
    const ids = some.map((one) => one.now.id);
    const sign = asBefore && last ? last.sign : await signOf(asker, ids, now);
    for (const one of some) signed.set(one.name, { traced: { ...one.now, group, sign } satisfies Traced });
  }
  return Object.fromEntries(signed);
}
