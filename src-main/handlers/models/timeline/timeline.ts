import { parseReleaseChanges } from '#domain/models/release-changes';
import type { z } from 'zod';
import type { ModelTimeline } from '#contract/models/timeline';
import { dayNumber, isoDay, sayDay } from '#domain/base/calendar';
import { sayShortFigure } from '#domain/drift/health-words';
import { type VerdictRun, verdictRuns } from '#domain/drift/verdict-runs';
import { isInProduction } from '#domain/models/lifecycle';
import { lastSignOfLife, timelineCount, timelineFinding } from '#domain/timeline/finding';
import {
  approvalEvents,
  challengerEvents,
  endedEvents,
  moveEvents,
  stageSpans,
  type TimelineChallenger,
} from '#domain/timeline/lifecycle-events';
import { retrainingEvents, retrainingSpans } from '#domain/timeline/retraining-events';
import type { TimelineSpan } from '#domain/timeline/timeline-event';
import { mergeTimeline } from '#domain/timeline/told-entries';
import {
  driftEvents,
  driftSpans,
  type FiguredRun,
  incidentEvents,
  incidentSpans,
  silenceEvents,
} from '#domain/timeline/trouble-events';
import { listBatchDays } from '../../../store/drift/batch-days';
import { listDecidingFigures } from '../../../store/drift/deciding-figures';
import { listDriftDays, listDriftModels } from '../../../store/drift/health';
import { listVerdictDays } from '../../../store/drift/measured-days';
import { listFindings } from '../../../store/governance/rows';
import { listEntriesOfModel } from '../../../store/journal/entries-of-model';
import type { ReadHandle } from '../../../store/journal/handle';
import { asHealth } from '../../../store/models/cells';
import { listBatchesOfChallengers, listChallengers } from '../../../store/models/challengers';
import { listStatedEntries } from '../../../store/models/changes';
import { getModel } from '../../../store/models/models';
import { listApprovals, listMoves } from '../../../store/models/moves';
import { listReleasesOf } from '../../../store/models/releases';
import type { ModelTableRow } from '../../../store/models/tables';
import { listVersions } from '../../../store/models/versions';
import type { QueryContext } from '../../context';
import { incidentsOf, retrainingOf } from './troubles';

type Timeline = z.output<typeof ModelTimeline>;

/** Runs at act or watch whose figure is looked up: the newest; of older ones the verdict is told. */
const FIGURED_RUNS = 80;

/** All that happened to a model: the facts that it has, what its results say, and every entry of the journal. */
export async function readTimeline(id: string, { read, now }: QueryContext): Promise<Timeline> {
  const model = await getModel(read, id);
  const { runs, lastResult, since, silent } = await driftOf(read, model, now);
  const incidents = await incidentsOf(read, id);
  const retraining = await retrainingOf(read, id, now);
  const results = await listBatchesOfChallengers(read, id);
  const challengers = (await listChallengers(read, { modelId: id })).map((row) =>
    toChallenger(row, results.get(row.id) ?? []),
  );
  const releases = (await listReleasesOf(read, [id])).get(id) ?? [];
  const released = new Set(releases.map((release) => release.id));
  const moves = (await listMoves(read, id)).map((row, index, all) => toMove(row, all[index - 1], released));
  const versions = (await listVersions(read, [id])).get(id) ?? [];
  const facts = [
    ...moveEvents(moves),
    ...endedEvents(
      versions.map(({ version, until }) => ({
        version,
        until: until?.at ?? null,
        precision: until?.precision ?? 'day',
      })),
    ),
    ...approvalEvents((await listApprovals(read, id)).map(toApproval)),
    ...challengerEvents(challengers),
    ...incidentEvents(incidents),
    ...retrainingEvents(retraining),
    ...driftEvents(runs),
    ...silenceEvents(silent, lastResult),
  ];
  const stated = await listStatedEntries(read, id);
  const entries = (await listEntriesOfModel(read, id)).map((entry) => ({ ...entry, stated: stated.has(entry.seq) }));
  const events = mergeTimeline(facts, entries);
  return {
    finding: timelineFinding({
      inProduction: isInProduction(model.stage),
      health: asHealth(model.health),
      since,
      retraining,
      incidents,
      openFindings: (await listFindings(read, id)).filter(({ status }) => status !== 'closed').length,
      challengers: challengers.flatMap(({ version, startedAt, endedAt }) =>
        endedAt === null ? [{ version, since: startedAt }] : [],
      ),
    }),
    counted: timelineCount(runs, incidents.length, releases.length),
    lastSign: lastSignOfLife(events, lastResult, now),
    events: events.map((event) => ({ ...event, seqs: [...event.seqs] })),
    spans: [
      ...driftSpans(runs),
      ...incidentSpans(incidents),
      ...stageSpans(moves),
      ...retrainingSpans(retraining),
      ...challengers.map(challengerSpan),
    ],
  };
}

interface Drift {
  readonly runs: readonly FiguredRun[];
  readonly lastResult: string | null;
  /** ISO day of its present health. */
  readonly since: string | null;
  /** ISO day since which it is silent. */
  readonly silent: string | null;
}

async function driftOf(read: ReadHandle, model: ModelTableRow, now: string): Promise<Drift> {
  const today = dayNumber(Date.parse(now));
  const days = (await listDriftDays(read, [model.id])).get(model.id);
  const state = (await listDriftModels(read, { modelId: model.id })).models[0]?.state ?? null;
  const since = state?.since_day == null ? null : isoDay(state.since_day);
  const runs = asJudged(days ? verdictRuns(listVerdictDays(days, Number.NEGATIVE_INFINITY, today)) : [], model, state);
  const bad = runs.filter(({ verdict }) => verdict === 'act' || verdict === 'watch').slice(-FIGURED_RUNS);
  const figures = await listDecidingFigures(read, model, new Set(bad.map(({ from }) => from)));
  const brought = await listBatchDays(read, model.id);
  return {
    runs: runs.map((run): FiguredRun => {
      const figure = figures.get(run.from);
      const batches = brought.filter(({ from, to }) => from <= run.to && to >= run.from).map(({ id }) => id);
      return { ...run, figure: figure ? sayShortFigure(figure) : '', batches };
    }),
    lastResult: state?.last_at == null ? null : new Date(state.last_at).toISOString(),
    since,
    silent: model.health === 'silent' && since !== null ? since : null,
  };
}

/**
 * Results that came after the one that decides the present verdict, and of other columns, do not end it: the model is at act
 * as long as the series that said so is measured and has said nothing else.
 */
function asJudged(
  runs: readonly VerdictRun[],
  { health }: ModelTableRow,
  state: { readonly worst_at: number | null } | null,
): readonly VerdictRun[] {
  if (state?.worst_at == null || (health !== 'act' && health !== 'watch')) return runs;
  const decided = dayNumber(state.worst_at);
  const at = runs.findLastIndex(({ verdict, from }) => verdict === health && from <= decided);
  const own = runs[at];
  if (own === undefined) return runs;
  const later = runs.slice(at + 1);
  const results = later.reduce((sum, run) => sum + run.results, own.results);
  return [...runs.slice(0, at), { ...own, to: later.at(-1)?.to ?? own.to, results }];
}

const toMove = (
  row: Awaited<ReturnType<typeof listMoves>>[number],
  before: { readonly to_stage: typeof row.to_stage } | undefined,
  released: ReadonlySet<string>,
) => ({
  id: row.id,
  from: before?.to_stage ?? null,
  to: row.to_stage,
  at: row.at,
  precision: row.precision,
  actor: row.actor,
  reason: row.reason,
  correction: row.correction === 1,
  version: row.version,
  changed: parseReleaseChanges(row.changed),
  release: released.has(row.id),
});

const toApproval = (row: Awaited<ReturnType<typeof listApprovals>>[number]) => ({
  id: row.id,
  approvedBy: row.approved_by,
  at: row.at,
  note: row.note,
  recordedBy: row.recorded_by,
});

const toChallenger = (
  row: Awaited<ReturnType<typeof listChallengers>>[number],
  batches: readonly string[],
): TimelineChallenger => ({
  batches,
  id: row.id,
  version: row.version,
  champion: row.champion,
  mode: row.mode,
  share: row.share,
  startedAt: row.started_at,
  actor: row.actor,
  note: row.note,
  outcome: row.outcome,
  endedAt: row.ended_at,
  endedBy: row.ended_by,
  reason: row.reason,
});

const challengerSpan = ({ id, version, startedAt, endedAt, outcome }: TimelineChallenger): TimelineSpan => ({
  key: id,
  lane: 'challengers',
  from: startedAt,
  to: endedAt,
  mark: null,
  label: version,
  title: `${version} beside the live one, ${sayDay(startedAt)} to ${endedAt === null ? 'today' : `${sayDay(endedAt)}, ${outcome === 'promoted' ? 'promoted' : 'given up'}`}`,
});
