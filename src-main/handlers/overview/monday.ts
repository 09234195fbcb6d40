import type { Monday } from '#contract/overview';
import {
  driftedRow,
  incidentRow,
  MONDAY_GROUPS,
  type MondayGroupKind,
  type MondayModel,
  type MondayRetraining,
  type MondayRow,
  owedRow,
  retrainingRow,
  reviewRow,
  silentRow,
} from '#domain/attention/monday';
import { groupWords, type MondayChanges, mondayHeadline, mondaySubline } from '#domain/attention/monday-words';
import { byOwed, countOwed, isOwedKind, OWED_KINDS } from '#domain/attention/owed';
import type { NamedIncident } from '#domain/attention/troubled-model';
import { isoDay, quarterEnd } from '#domain/base/calendar';
import { counted } from '#domain/base/wording';
import { sayShortFigure } from '#domain/drift/health-words';
import { retrainingLead } from '#domain/drift/retraining-lead';
import { countRetraining } from '#domain/drift/retraining-story';
import { openByModel } from '#domain/incidents/open-by-model';
import { DomainError } from '../../failure/domain-error';
import { toInstant } from '../../platform/instant';
import { listLeads, listRetraining, type NamedRetrainingItem } from '../../store/drift/retraining';
import { listIncidentsById } from '../../store/incidents/incidents';
import type { IncidentSnapshot } from '../../store/incidents/register';
import { readIncidentSnapshot } from '../../store/incidents/snapshot';
import type { ReadHandle } from '../../store/journal/handle';
import { heldModels } from '../../store/models/held/held';
import type { HeldModels } from '../../store/models/held/held-models';
import {
  countHealthSince,
  countNewlyOverdue,
  countSettled,
  hasResults,
  listRecovered,
} from '../../store/overview/changes-since';
import { countReviews } from '../../store/overview/counts';
import { reviewsIn } from '../../store/overview/held-counts';
import { healthSinceIn, idsDueBy, idsServingWith, newlyOverdueIn } from '../../store/overview/held-week';
import { type LinesAsked, listModelLines, type ModelLine } from '../../store/overview/model-lines';
import { isOneOf, reviewIsDueBy, servesWith } from '../../store/overview/trouble-flags';
import { getSettings } from '../../store/portfolio/settings';
import type { QueryContext } from '../context';
import { type Followed, readFollowed } from './follows';
import { gatedTiers, stalledBefore } from './gather-attention';
import { gatherOwed } from './gather-owed';
import { newsSince } from './look';
import { scopeOf } from './week-scope';

interface Span {
  readonly since: string;
  readonly basis: Monday['basis'];
}

async function spanOf(input: { readonly since?: string | undefined }, context: QueryContext): Promise<Span> {
  if (input.since !== undefined) {
    const since = toInstant(input.since, 'Since');
    if (since > context.now)
      throw new DomainError('invalid_input', `Since: ${input.since} lies in the future. Give today or an earlier day.`);
    return { since, basis: 'chosen' };
  }
  const { since, looked } = await newsSince(context);
  return { since, basis: looked ? 'looked' : 'week' };
}

interface Asked {
  readonly since?: string | undefined;
  readonly followed?: boolean | undefined;
}

/** Everything that goes on with models, in groups, with what of it is new. */
export async function readMonday(input: Asked, context: QueryContext) {
  const { read, now } = context;
  const { since, basis } = await spanOf(input, context);
  const today = now.slice(0, 10);
  const asked = { today, since };
  const followed = input.followed === true ? await readFollowed(context) : null;
  const scope = scopeOf(followed);
  const settings = await getSettings(read);
  // Of what somebody follows the rows are few, and are asked of the file.
  const held = followed ? null : heldModels(read, now);
  const register = await readIncidentSnapshot(read);
  const open = openByModel(register.incidents);
  const flags = { today, stalledBefore: stalledBefore(today), gated: gatedTiers(settings), named: [] };
  const lines = (order: LinesAsked['order'], where: LinesAsked['where'], limit = scope.most) =>
    listModelLines(read, flags, { where, order, limit });
  const modelOf = (line: ModelLine): MondayModel => toModel(line, open.get(line.id) ?? []);

  const incidents = [...open]
    .flatMap(([modelId, own]) => own.map((one) => ({ modelId, ...one })))
    .filter(scope.incident);
  incidents.sort((a, b) => (a.severity ?? 6) - (b.severity ?? 6) || a.openedAt.localeCompare(b.openedAt));
  const items = (await listRetraining(read, { open: false, today })).filter(({ model_id }) => scope.model(model_id));
  const due = items.filter(({ standing }) => standing.open);
  const counts = countRetraining(due.map(({ standing }) => standing));
  const shownIncidents = incidents.slice(0, scope.most);
  const shownDue = due.slice(0, scope.most);
  const { reports } = await context.ask('governance.reports', {});
  const owed = (await gatherOwed(read, now, settings, reports)).owed.filter(
    ({ modelId, action }) =>
      followed === null ||
      (modelId !== null && scope.model(modelId)) ||
      (action.incidentId !== undefined && followed.incidents.has(action.incidentId)),
  );
  const shownOwed = OWED_KINDS.flatMap((kind) => owed.filter((one) => one.kind === kind).slice(0, scope.most));
  const ids = [
    ...shownIncidents.map(({ modelId }) => modelId),
    ...shownDue.map(({ model_id }) => model_id),
    ...shownOwed.flatMap(({ modelId }) => modelId ?? []),
  ];
  const named = new Map((await lines('gravest', isOneOf(ids), ids.length)).map((line) => [line.id, modelOf(line)]));
  const texts = new Map(
    (
      await listIncidentsById(
        read,
        shownIncidents.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  );
  const until = quarterEnd(today);
  const recovered = (await listRecovered(read, since)).filter(({ id }) => scope.model(id));
  const serving = (health: 'act' | 'silent') =>
    held ? isOneOf(idsServingWith(held, health, scope.most)) : scope.where(servesWith(health));
  const day = ({ healthSince }: ModelLine): string | null => (healthSince === null ? null : isoDay(healthSince));

  const owedRows = byOwed((kind) =>
    shownOwed
      .filter((one) => one.kind === kind)
      .map((one) => owedRow(one, one.modelId === null ? null : (named.get(one.modelId) ?? null), asked)),
  );
  const owedCounts = byOwed((kind) => countOwed(owed, kind, since));
  const rows: Readonly<Record<MondayGroupKind, readonly MondayRow[]>> = {
    drifted: (await lines('gravest', serving('act'))).map((line) =>
      driftedRow(modelOf(line), line.worst ? sayShortFigure(line.worst) : 'beyond a limit to act', day(line), asked),
    ),
    retraining: shownDue.flatMap((item) => {
      const model = named.get(item.model_id);
      return model ? [retrainingRow(model, retrainingOf(item), asked)] : [];
    }),
    incidents: shownIncidents.flatMap((one) => {
      const row = texts.get(one.id);
      if (!row) return [];
      const told = { ...one, status: row.status, title: row.title, owner: row.owner };
      return [incidentRow(told, named.get(one.modelId) ?? null, asked)];
    }),
    silent: (await lines('gravest', serving('silent'))).map((line) => {
      const lastResult = line.lastResult === null ? null : new Date(line.lastResult).toISOString();
      return silentRow(modelOf(line), { day: day(line), lastResult, cadenceDays: line.cadence }, asked);
    }),
    ...owedRows,
    reviews: (
      await lines('review', held ? isOneOf(idsDueBy(held, until, scope.most)) : scope.where(reviewIsDueBy(until)))
    ).flatMap((line) => (line.reviewDue === null ? [] : [reviewRow(modelOf(line), line.reviewDue, asked)])),
  };
  const back = (before: 'act' | 'silent'): readonly string[] =>
    recovered
      .filter((change) => change.before === before && (before === 'silent' || change.now !== 'silent'))
      .map(({ name }) => name);
  // Of what somebody follows every row is there to be counted; of a whole portfolio there may be more than are shown.
  const healths = (kind: 'drifted' | 'silent', health: 'act' | 'silent') => {
    if (followed) return countRows(rows[kind]);
    return held ? healthSinceIn(held, health, since) : countHealthSince(read, health, since);
  };
  const reviews = followed
    ? { ...countRows(rows.reviews), ...countDue(rows.reviews, today) }
    : await countedReviews(read, held, { since, today, until });
  const settled = followed
    ? items.filter(({ resolved_at }) => resolved_at !== null && resolved_at > since).length
    : await countSettled(read, since);
  const changes: MondayChanges = {
    measured: await hasResults(read),
    registered: register.incidents.length > 0,
    drifted: { ...(await healths('drifted', 'act')), back: back('act') },
    retraining: {
      ...counts,
      fresh: due.filter(({ opened_at }) => opened_at > since).length,
      settled,
      lead: retrainingLead(await listLeads(read, items)),
    },
    incidents: {
      total: incidents.length,
      fresh: incidents.filter(({ openedAt }) => openedAt > since).length,
      resolved: resolvedSince(register.incidents.filter(scope.incident), since),
    },
    silent: { ...(await healths('silent', 'silent')), back: back('silent') },
    owed: owedCounts,
    reviews: { overdue: reviews.overdue, due: reviews.due, fresh: reviews.fresh, until },
  };
  const fresh: Readonly<Record<MondayGroupKind, number>> = {
    drifted: changes.drifted.fresh,
    retraining: changes.retraining.fresh,
    incidents: changes.incidents.fresh,
    silent: changes.silent.fresh,
    ...byOwed((kind) => owedCounts[kind].fresh),
    reviews: changes.reviews.fresh,
  };
  const totals: Readonly<Record<MondayGroupKind, number>> = {
    drifted: changes.drifted.total,
    retraining: due.length,
    incidents: changes.incidents.total,
    silent: changes.silent.total,
    ...byOwed((kind) => owedCounts[kind].total),
    reviews: reviews.overdue + reviews.due,
  };
  // Of what is owed a group without a row says nothing: most portfolios owe no authority a report.
  const kinds = MONDAY_GROUPS.filter((kind) => !isOwedKind(kind) || totals[kind] > 0);
  const news = kinds.reduce((sum, kind) => sum + fresh[kind], 0);
  const owners = kinds.flatMap((kind) => rows[kind].map(({ owner }) => owner));
  return {
    at: now,
    since,
    basis,
    headline: headlineOf(mondayHeadline(changes), followed),
    subline: mondaySubline(
      { since, now, basis },
      owners,
      news,
      kinds.reduce((sum, kind) => sum + totals[kind], 0),
    ),
    fresh: news,
    groups: kinds.map((kind) => ({ kind, ...groupWords(kind, changes), total: totals[kind], rows: rows[kind] })),
  };
}

/** Reviews of the whole portfolio; `fresh`: overdue since. */
async function countedReviews(
  read: ReadHandle,
  held: HeldModels | null,
  { since, today, until }: { readonly since: string; readonly today: string; readonly until: string },
) {
  const from = since.slice(0, 10);
  const { overdue, thisQuarter: due } = held ? reviewsIn(held, today, until) : await countReviews(read, today, until);
  return { overdue, due, fresh: held ? newlyOverdueIn(held, from, today) : await countNewlyOverdue(read, from, today) };
}

/** A part must not read as the whole. */
function headlineOf(headline: string, followed: Followed | null): string {
  if (followed === null) return headline;
  if (followed.models.size + followed.incidents.size === 0) return 'You follow nothing yet';
  return `Of what you follow: ${headline.charAt(0).toLowerCase()}${headline.slice(1)}`;
}

const countRows = (rows: readonly MondayRow[]): { readonly total: number; readonly fresh: number } => ({
  total: rows.length,
  fresh: rows.filter(({ fresh }) => fresh).length,
});

/** Reviews that were due before today, and those that are due. */
function countDue(rows: readonly MondayRow[], today: string): { readonly overdue: number; readonly due: number } {
  const overdue = rows.filter(({ since }) => since !== null && since.slice(0, 10) < today).length;
  return { overdue, due: rows.length - overdue };
}

/** Where an item stands, in the words of a row. */
function retrainingOf(item: NamedRetrainingItem): MondayRetraining {
  const { id, opened_at: openedAt, standing, owner, until, windows } = item;
  const asked = windows > 0 ? `act in ${counted(windows, 'window')}` : 'asked for by a person';
  return { id, openedAt, inWork: standing.state === 'in_work', overdue: standing.overdue, owner, until, asked };
}

const toModel = (line: ModelLine, incidents: readonly NamedIncident[]): MondayModel => ({
  id: line.id,
  name: line.name,
  tier: line.tier,
  owner: line.owner,
  release:
    line.version === '' && line.versionSince === null
      ? null
      : { version: line.version, at: line.versionSince, precision: line.versionPrecision },
  incidents,
});

/** Incidents that were resolved since, and are not open again. */
function resolvedSince(incidents: IncidentSnapshot['incidents'], since: string): number {
  const from = Date.parse(since);
  let count = 0;
  for (const { resolvedMs } of incidents) if (resolvedMs !== null && resolvedMs > from) count += 1;
  return count;
}
