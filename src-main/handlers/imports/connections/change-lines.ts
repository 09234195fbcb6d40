import type { ConnectionChange } from '#contract/imports/connection-change';
import { sayDay } from '#domain/base/calendar';
import type { SeenLive } from '#domain/connections/seen-between';
import { fieldPhrase } from '#domain/models/model-fields';
import type { PlannedRow } from '../../../importers/inventory/plan-types';
import type { SeenModels } from '../../../importers/registry/live-version';
import type { PlannedModel } from '../../../importers/versions/plan-types';
import { recordKey } from '../../../importers/versions/version-records';
import { remoteNameOf } from './prepare-connection';

type Line = ConnectionChange;

/** What a refresh would do, a line a model; models of which nothing is new are left out. */
export function changeLines(
  rows: readonly PlannedRow[],
  planned: readonly PlannedModel[],
  seen: SeenModels,
): readonly Line[] {
  const versions = new Map<string, PlannedModel>();
  for (const one of planned) for (const told of one.told) versions.set(told.modelText, one);
  return rows.flatMap((row) => {
    const name = remoteNameOf(row);
    const line = lineOf(row, versions.get(name), Object.hasOwn(seen, name) ? seen[name] : undefined);
    return line ? [line] : [];
  });
}

const ORDER: readonly Line['kind'][] = ['contradicted', 'waiting', 'changed', 'new', 'gone'];

/** Those that ask somebody first. */
export const inOrder = (lines: readonly Line[]): readonly Line[] =>
  lines.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));

export const isAsking = ({ kind }: Line): boolean => kind === 'contradicted' || kind === 'waiting';

const SHOWN = 4;

function lineOf(row: PlannedRow, versions: PlannedModel | undefined, live: SeenLive | undefined): Line | null {
  const name = row.fields.name ?? remoteNameOf(row);
  const head = { part: 'inventory', modelId: row.modelId, name } as const;
  if (row.action === 'refuse') return null;
  if (row.action === 'wait')
    return { ...head, kind: 'waiting', said: ['may be a model of yours'], when: '', known: 'none' };
  const asked = row.differences
    .filter(({ decision }) => decision === 'ask')
    .map(({ field }) => `another ${fieldPhrase(field)}`);
  const against = (versions?.contradictions ?? []).filter(({ decision }) => decision === 'ask').map(({ why }) => why);
  const moves = (row.history?.contradicted ?? [])
    .filter(({ decision }) => decision === 'ask')
    .map(() => 'another stage');
  const fields = row.action === 'update' ? Object.keys(row.patch).map((field) => `new ${fieldPhrase(field)}`) : [];
  const fresh = versions ? versionWords(versions) : [];
  const said = [...asked, ...moves, ...against, ...fresh, ...fields];
  if (row.action === 'create') {
    const count = versions?.told.length ?? 0;
    const brings = count === 0 ? 'no version yet' : count === 1 ? '1 version' : `${count} versions`;
    return { ...head, modelId: null, kind: 'new', said: [brings, ...liveWords(live)], ...whenOf(versions, live) };
  }
  if (said.length === 0) return null;
  const kind = asked.length + moves.length + against.length > 0 ? 'contradicted' : 'changed';
  const more = said.length - SHOWN;
  const shown = more > 0 ? [...said.slice(0, SHOWN), `${more} more`] : said;
  return { ...head, kind, said: shown, ...whenOf(versions, live) };
}

const liveWords = (live: SeenLive | undefined): readonly string[] => (live ? [`version ${live.version} is live`] : []);

/** What is new of a model's versions, in few words. */
function versionWords(one: PlannedModel): readonly string[] {
  const held = new Map(one.known.map((known) => [known.id, known]));
  const fresh = new Set(one.newRecords.map(({ version }) => recordKey(version)));
  const releases = (one.history?.added ?? []).filter(({ to }) => to === 'deployed');
  const went = releases.map(({ version }) => `version ${version} went live`);
  const refined = one.history && one.history.refined.length > 0 ? ['a release dated more exactly'] : [];
  const released = new Set(releases.map(({ version }) => recordKey(version)));
  const came = one.newRecords
    .filter(({ version }) => !released.has(recordKey(version)))
    .map(({ version, alias, stage }) => [`version ${version}`, alias || stage].filter(Boolean).join(', '));
  const renamed = one.changedRecords.flatMap(({ id, alias, stage }) => {
    const before = held.get(id);
    if (!before) return [];
    return [
      ...(alias !== undefined && alias !== '' ? [`alias ${alias} → ${before.version}`] : []),
      ...(alias === '' ? [`alias ${before.alias} left ${before.version}`] : []),
      ...(stage !== undefined ? [`stage of ${before.version} ${stage === '' ? 'left out' : stage}`] : []),
    ];
  });
  // An alias that moved on to a version is said there.
  const moved = new Set([
    ...fresh,
    ...one.changedRecords.filter(({ alias }) => alias).map(({ id }) => recordKey(held.get(id)?.version ?? '')),
  ]);
  return [...went, ...came, ...renamed.filter((words) => !(words.includes(' left ') && moved.size > 0)), ...refined];
}

/** When, as finely as the source lets it be known. */
function whenOf(one: PlannedModel | undefined, live: SeenLive | undefined): Pick<Line, 'when' | 'known'> {
  const wentLive =
    live &&
    (one?.model === null || one?.history?.added.some(({ version }) => recordKey(version) === recordKey(live.version)));
  if (live && wentLive) {
    // Its source does not say when the version came, and nobody looked before.
    if (live.from === '') return { when: `seen by ${sayDay(live.to)}`, known: 'between' };
    const [from, to] = [sayDay(live.from), sayDay(live.to)];
    return { when: from === to ? `seen on ${to}` : `seen between ${from} and ${to}`, known: 'between' };
  }
  const created = one?.newRecords
    .map(({ registered }) => registered)
    .filter(Boolean)
    .sort()
    .at(-1);
  return created ? { when: `created ${sayDay(created)}`, known: 'own' } : { when: '', known: 'none' };
}
