import type { Problem } from '#contract/imports/parts';
import { quote } from '#domain/base/parsed';
import { sayDated } from '#domain/base/period';
import { mergeHistory } from '#domain/models/history/merge';
import type { ContradictedMove, KnownMove, ToldMove } from '#domain/models/history/told';
import { inOrder } from '#domain/models/history/version-order';
import type { ProblemTally } from '../problem-tally';
import type { ModelGroup } from './group-models';
import type { KnownVersion, PlannedModel, VersionContradiction, VersionCounts, VersionRules } from './plan-types';
import type { ToldVersion } from './read-versions';
import { changesOfRecords, recordKey } from './version-records';

export interface PlanInput {
  readonly group: ModelGroup;
  /** The model's history, in order; none for a new one. */
  readonly moves: readonly KnownMove[];
  readonly known: readonly KnownVersion[];
  readonly rules: VersionRules;
  readonly problems: ProblemTally;
}

/** Decides what becomes of the versions of one model. */
export function planModel({ group, moves, known, rules, problems }: PlanInput): PlannedModel {
  const { model, name } = group;
  const told = inOrder(byRegistration(withoutRepeats(group.told, problems)));
  const releases = told.filter(({ released }) => released);
  const decide = (field: string) => (model ? (rules(field, model.id) ?? 'ask') : 'ask');
  const history = model
    ? mergeHistory(moves, { kind: 'past', moves: releases.map(moveOf), speaksOfMonitoring: false }, (kind) =>
        decide(`move.${kind}`),
      )
    : null;
  const records = changesOfRecords(told, known, () => decide('until'));
  const byKey = new Map(releases.map((one) => [recordKey(one.version), one]));
  const contradictions = [
    ...(history?.contradicted ?? []).flatMap((one) => {
      const version = byKey.get(recordKey(one.told.version));
      return version ? [sayContradiction(version, one)] : [];
    }),
    ...records.contradictions,
  ];
  for (const one of contradictions) if (one.decision !== 'file') problems.add(contradicts(name, one));
  const contradicted = new Set(contradictions.map((one) => one.told.row));
  const added = new Set(history?.added.map(({ version }) => recordKey(version)));
  const refined = new Set(refinedVersions(history?.refined ?? [], moves));
  const states = told.map((one): PlannedModel['states'][number] => {
    const key = recordKey(one.version);
    if (contradicted.has(one.row)) return 'contradicted';
    if (one.released && (!model || added.has(key))) return 'added';
    const isNew = records.changed.has(one.row);
    if (!one.released && isNew) return known.some(({ version }) => recordKey(version) === key) ? 'refined' : 'kept';
    return refined.has(key) || isNew ? 'refined' : 'known';
  });
  const { newRecords, changedRecords } = records;
  return { model, name, told, states, history, moves, known, newRecords, changedRecords, contradictions };
}

export const moveOf = ({ when, version }: ToldVersion): ToldMove => ({ to: 'deployed', when, version });

function refinedVersions(
  refined: readonly { readonly id: string; readonly version?: string }[],
  moves: readonly KnownMove[],
): readonly string[] {
  const named = new Map(moves.map(({ id, version }) => [id, version]));
  return refined.map(({ id, version }) => recordKey(version ?? named.get(id) ?? ''));
}

/** What a registry was told of earlier came before. */
const byRegistration = (told: readonly ToldVersion[]): readonly ToldVersion[] =>
  told.some(({ registered }) => registered !== '')
    ? told.toSorted((a, b) => (a.registered < b.registered ? -1 : a.registered > b.registered ? 1 : 0))
    : told;

/** A version goes live once: of several rows the first one that says when counts. */
function withoutRepeats(told: readonly ToldVersion[], problems: ProblemTally): readonly ToldVersion[] {
  const first = new Map<string, ToldVersion>();
  for (const one of told) {
    const key = recordKey(one.version);
    const earlier = first.get(key);
    const better = !earlier || (earlier.when === null && one.when !== null);
    if (earlier) problems.add(better ? repeated(earlier, one) : repeated(one, earlier));
    if (better) first.set(key, one);
  }
  return [...first.values()];
}

function repeated({ row, version, when }: ToldVersion, earlier: ToldVersion): Problem {
  const same = !when || !earlier.when || when.at === earlier.when.at;
  const message = same
    ? `Version ${quote(version)} of this model stands in row ${earlier.row} already; that row counts.`
    : `Version ${quote(version)} of this model went live on another day in row ${earlier.row}; that row counts. If it went live twice, give it another name the second time.`;
  return { row, column: '', code: 'version_twice', message, value: version, effect: 'row_refused' };
}

function sayContradiction(
  version: ToldVersion,
  { kind, told, known, decision }: ContradictedMove,
): VersionContradiction {
  const [before, after] = [sayMove(known), sayMove(told)];
  const field = kind === 'date' ? 'move.date' : kind === 'version' ? 'move.version' : 'move.order';
  const why =
    kind === 'date'
      ? `Version ${told.version} went live on ${sayWhen(known)} here and on ${sayWhen(told)} in the file.`
      : kind === 'version'
        ? `On ${sayWhen(told)} version ${known.version} went live here, version ${told.version} in the file.`
        : `${sayWhen(told)} does not fit to what stands before and behind version ${told.version} here.`;
  return { told: version, field, before, after, at: told.when?.at ?? null, decision, why };
}

const sayWhen = ({ when }: ToldMove | KnownMove): string => (when ? sayDated(when) : 'an unknown day');
const sayMove = (move: ToldMove | KnownMove): string =>
  [move.version, move.when ? sayDated(move.when) : 'day not known'].filter(Boolean).join(', ');

function contradicts(name: string, { told, why, after }: VersionContradiction): Problem {
  const message = `${quote(name)}: ${why} Ours stays; choose the file if it is right.`;
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
