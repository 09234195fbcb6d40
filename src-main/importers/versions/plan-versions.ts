import type { Problem } from '#contract/imports/parts';
import type { StageMeaning } from '#contract/models/import-versions';
import { quote } from '#domain/base/parsed';
import { type Dated, isBefore, mayAgree, sayDated } from '#domain/base/period';
import { mergeHistory } from '#domain/models/history/merge';
import type {
  ContradictedMove,
  ContradictionKind,
  Decision,
  HistoryMerge,
  KnownMove,
  ToldMove,
} from '#domain/models/history/told';
import { inOrder } from '#domain/models/history/version-order';
import { isInProduction } from '#domain/models/lifecycle';
import { endsByVersion, type LiveMove, liveEvents, liveOn } from '#domain/models/live-versions';
import type { ProblemTally } from '../problem-tally';
import type { ModelGroup } from './group-models';
import type { KnownVersion, PlannedModel, VersionContradiction, VersionCounts, VersionRules } from './plan-types';
import type { ToldVersion } from './read-versions';
import { isLiveAlias, stageMeaning } from './stage-words';
import { changesOfRecords, recordKey } from './version-records';

export interface PlanInput {
  readonly group: ModelGroup;
  /** The model's history, in order; none for a new one. */
  readonly moves: readonly KnownMove[];
  readonly known: readonly KnownVersion[];
  readonly rules: VersionRules;
  /** The source was read whole: see the mapping. */
  readonly whole?: boolean | undefined;
  readonly problems: ProblemTally;
  /** ISO calendar date. */
  readonly today: string;
}

/** Decides what becomes of the versions of one model. */
export function planModel({ group, moves, known, rules, whole, problems, today }: PlanInput): PlannedModel {
  const { model, name } = group;
  const told = inOrder(byRegistration(withoutRepeats(group.told, moves, problems)));
  const tellers = new Map(told.flatMap((one) => (one.released ? [[moveOf(one), one] as const] : [])));
  const decide = (field: string, version: string, when: Dated | null): Decision =>
    model ? (rules(field, model.id, { version, day: when?.at ?? '' }) ?? 'ask') : 'ask';
  const merged = model
    ? mergeHistory(moves, { kind: 'past', moves: [...tellers.keys()], speaksOfMonitoring: false }, (kind, move) =>
        decide(ruleField(kind), move.version, move.when),
      )
    : null;
  const history = merged && withMovedRelease(merged, moves, movedLive(told, known));
  const after = history ? movesAfter(moves, history) : [...tellers.keys()];
  const records = changesOfRecords(told, known, after, ({ version, until }) => decide('until', version, until), whole);
  const contradictions = [
    ...(history?.contradicted ?? []).flatMap((one) => {
      const version = tellers.get(one.told);
      return version ? [sayContradiction(version, one)] : [];
    }),
    ...records.contradictions,
  ];
  for (const one of contradictions) if (one.decision === 'ask') problems.add(contradicts(name, one));
  const contradicted = new Set(contradictions.map((one) => one.told.row));
  const added = new Set(history?.added.map(releaseKey));
  const refined = refinedReleases(history, moves);
  const states = told.map((one): PlannedModel['states'][number] => {
    if (contradicted.has(one.row)) return 'contradicted';
    if (one.released && (!model || added.has(releaseKey(one)))) return 'added';
    const isNew = records.changed.has(one.row);
    if (!one.released && isNew)
      return known.some(({ version }) => recordKey(version) === recordKey(one.version)) ? 'refined' : 'kept';
    return isNew || refined.some((release) => isRelease(one, release)) ? 'refined' : 'known';
  });
  const { newRecords, changedRecords } = records;
  const patches = new Map(changedRecords.map((patch) => [patch.id, patch]));
  const kept = [...known.map((one) => ({ ...one, ...patches.get(one.id) })), ...newRecords];
  const inUse = isInProduction(after.at(-1)?.to ?? 'proposed');
  const { ended } = liveOn(liveEvents(after, endsByVersion(kept)), today);
  return {
    model,
    name,
    told,
    states,
    history,
    after,
    moves,
    known,
    newRecords,
    changedRecords,
    contradictions,
    kept,
    ended: inUse ? ended : null,
  };
}

export const moveOf = ({ when, version }: ToldVersion): ToldMove => ({ to: 'deployed', when, version });

/** A version has one release a day. */
export const releaseKey = ({ version, when }: Pick<ToldMove, 'version' | 'when'>): string =>
  `${when?.at ?? ''} ${recordKey(version)}`;

/** Whether a row tells of a release: of one version, and not of another day. */
export const isRelease = (
  told: Pick<ToldMove, 'version' | 'when'>,
  release: { readonly version: string; readonly when: Dated | null },
): boolean =>
  recordKey(told.version) === recordKey(release.version) &&
  (told.when === null || release.when === null || mayAgree(told.when, release.when));

function refinedReleases(history: HistoryMerge | null, moves: readonly KnownMove[]): readonly KnownMove[] {
  const held = new Map(moves.map((move) => [move.id, move]));
  return (history?.refined ?? []).flatMap((refined) => {
    const move = held.get(refined.id);
    return move ? [{ ...move, ...refined }] : [];
  });
}

/**
 * A source that names the live version by an alias or a stage says nothing of the time before. What we keep of it says which it was: where
 * that was another one, this one went live behind all that we hold, a version that was rolled back to once more.
 */
function withMovedRelease(merged: HistoryMerge, moves: readonly KnownMove[], moved: ToldVersion | null): HistoryMerge {
  if (moved === null) return merged;
  const isMoved = ({ to, version }: LiveMove): boolean =>
    to === 'deployed' && recordKey(version) === recordKey(moved.version);
  const after = movesAfter(moves, merged);
  const last = after.findLast(({ to, version }) => to === 'deployed' && version !== '');
  if (!isInProduction(after.at(-1)?.to ?? 'proposed') || !last || isMoved(last)) return merged;
  const others = merged.added.filter((one) => !isMoved(one));
  const dated = movesAfter(moves, { ...merged, added: others }).findLast(({ when }) => when !== null)?.when ?? null;
  const when = moved.when && dated && isBefore(moved.when, dated) ? null : moved.when;
  const added = { ...moveOf(moved), when, behind: moves.at(-1)?.id ?? null };
  const contradicted = merged.contradicted.filter(({ told }) => !isMoved(told));
  return { ...merged, added: [...others, added], contradicted };
}

/** The version that is live by its alias or stage now, where what we keep of the source says that another one was. */
function movedLive(told: readonly ToldVersion[], known: readonly KnownVersion[]): ToldVersion | null {
  const [now, second] = told.filter(saysLive);
  const [before, other] = known.filter(saysLive);
  if (!now || second || !before || other) return null;
  return recordKey(now.version) === recordKey(before.version) ? null : now;
}

const NO_CHOICES: ReadonlyMap<string, StageMeaning> = new Map();
const saysLive = ({ alias, stage }: Pick<KnownVersion, 'alias' | 'stage'>): boolean =>
  isLiveAlias(alias) || (alias === '' && stage !== '' && stageMeaning(NO_CHOICES, stage) === 'live');

/** The history as it would be. */
function movesAfter(moves: readonly KnownMove[], { added, refined }: HistoryMerge): readonly LiveMove[] {
  const finer = new Map(refined.map(({ id, ...rest }) => [id, rest]));
  const behind = new Map<string | null, LiveMove[]>();
  for (const { behind: id, ...move } of added) {
    const run = behind.get(id);
    if (run) run.push(move);
    else behind.set(id, [move]);
  }
  return [
    ...(behind.get(null) ?? []),
    ...moves.flatMap((move) => [{ ...move, ...finer.get(move.id) }, ...(behind.get(move.id) ?? [])]),
  ];
}

/** What a registry was told of earlier came before. */
const byRegistration = (told: readonly ToldVersion[]): readonly ToldVersion[] =>
  told.some(({ registered }) => registered !== '')
    ? told.toSorted((a, b) => (a.registered < b.registered ? -1 : a.registered > b.registered ? 1 : 0))
    : told;

/**
 * A version has one row for each time that it went live: of several the first that says when counts, and a later day as well
 * where another version was live in between, or none.
 */
function withoutRepeats(
  told: readonly ToldVersion[],
  moves: readonly KnownMove[],
  problems: ProblemTally,
): readonly ToldVersion[] {
  const times = new Map<string, ToldVersion[]>();
  for (const one of told.toSorted(datedFirst)) {
    const key = recordKey(one.version);
    const earlier = times.get(key) ?? [];
    const last = earlier.at(-1);
    if (last && !wentLiveAgain(last, one, [...told, ...moves])) problems.add(repeated(one, last));
    else times.set(key, [...earlier, one]);
  }
  const kept = new Set([...times.values()].flat());
  return told.filter((one) => kept.has(one));
}

function datedFirst({ when: a }: ToldVersion, { when: b }: ToldVersion): number {
  if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1);
  return isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : 0;
}

function wentLiveAgain(
  { version, when, until }: ToldVersion,
  again: ToldVersion,
  others: readonly { readonly version: string; readonly when: Dated | null }[],
): boolean {
  const next = again.when;
  if (!when || !next || !isBefore(when, next)) return false;
  if (until && isBefore(until, next)) return true;
  return others.some(
    (one) =>
      one.version !== '' &&
      recordKey(one.version) !== recordKey(version) &&
      one.when !== null &&
      isBefore(when, one.when) &&
      isBefore(one.when, next),
  );
}

function repeated({ row, version, when }: ToldVersion, earlier: ToldVersion): Problem {
  const same = !when || !earlier.when || when.at === earlier.when.at;
  const message = same
    ? `Version ${quote(version)} of this model stands in row ${earlier.row} already; that row counts.`
    : `Version ${quote(version)} of this model went live on another day in row ${earlier.row}, and no other was live in between; that row counts.`;
  return { row, column: '', code: 'version_twice', message, value: version, effect: 'row_refused' };
}

function sayContradiction(
  version: ToldVersion,
  { kind, told, known, decision }: ContradictedMove,
): VersionContradiction {
  const [before, after] = [sayMove(known), sayMove(told)];
  const field = ruleField(kind);
  const why =
    kind === 'date'
      ? `Version ${told.version} went live on ${sayWhen(known)} here and on ${sayWhen(told)} in the file.`
      : kind === 'version'
        ? `On ${sayWhen(told)} version ${known.version} went live here, version ${told.version} in the file.`
        : `${sayWhen(told)} does not fit to what stands before and behind version ${told.version} here.`;
  return { told: version, field, before, after, at: told.when?.at ?? null, decision, why };
}

/** A contradiction as rules and decisions name it. */
const ruleField = (kind: ContradictionKind): 'move.date' | 'move.version' | 'move.order' =>
  kind === 'date' ? 'move.date' : kind === 'version' ? 'move.version' : 'move.order';

const sayWhen = ({ when }: ToldMove | KnownMove): string => (when ? sayDated(when) : 'an unknown day');
const sayMove = (move: ToldMove | KnownMove): string =>
  [move.version, move.when ? sayDated(move.when) : 'day not known'].filter(Boolean).join(', ');

function contradicts(name: string, { told, why, after }: VersionContradiction): Problem {
  const message = `${quote(name)}: ${why} Ours stays until you choose the file.`;
  return { row: told.row, column: '', code: 'contradicts', message, value: after, effect: 'note' };
}

/** What becomes of all versions of a file. */
export function countVersions(planned: readonly PlannedModel[]): VersionCounts {
  const counts = { addedDated: 0, addedUndated: 0, refined: 0, known: 0, contradicted: 0, kept: 0 };
  for (const { told, states } of planned) {
    for (const [index, state] of states.entries()) {
      if (state === 'added') counts[told[index]?.when ? 'addedDated' : 'addedUndated'] += 1;
      else counts[state] += 1;
    }
  }
  return counts;
}
