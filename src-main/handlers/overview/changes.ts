import type { Input, Output } from '#contract/index';
import {
  CHANGE_GROUPS,
  type ChangedThing,
  changesBetween,
  changesHeadline,
  changeTitle,
  type ModelOnDay,
} from '#domain/attention/changes-between';
import { settledDay } from '#domain/base/moving-day';
import type { RetrainingOutcome } from '#domain/drift/vocabulary';
import type { ChallengerOutcome } from '#domain/vocabulary';
import { DomainError } from '../../failure/domain-error';
import { healthAsOf } from '../../store/drift/health';
import { listIncidentsById } from '../../store/incidents/incidents';
import { readIncidentSnapshot } from '../../store/incidents/snapshot';
import type { ReadHandle } from '../../store/journal/handle';
import { findEntry } from '../../store/journal/journal';
import { listModelsAsOf } from '../../store/models/as-of';
import { listDeletedModels } from '../../store/models/deleted-models';
import { type Between, listDecisions } from '../../store/overview/decisions-between';
import type { QueryContext } from '../context';

type Summary = Output<'overview.summary'>;
type Figure = Output<'overview.changes'>['figures'][number];

/** More rows of one kind than anybody reads; how many there are is said. */
const MOST_ROWS = 200;
const DEFAULT_FROM = '-30d';

const endOf = (day: string): string => `${day}T23:59:59.999Z`;

async function modelsOn(read: ReadHandle, at: string): Promise<readonly ModelOnDay[]> {
  const models = await listModelsAsOf(read, at);
  const health = await healthAsOf(read, models, at);
  return models.map(({ id, name, stage, stageSince }) => ({
    id,
    name,
    stage,
    stageSince,
    health: health.get(id) ?? 'unknown',
  }));
}

/** Deleted by hand between the days: of others nobody knows any more that they were there. */
async function deletedBetween(read: ReadHandle, { from, to }: Between) {
  const found: { id: string; name: string; at: string }[] = [];
  for (const { seq, model } of await listDeletedModels(read)) {
    const at = (await findEntry(read, seq))?.at ?? '';
    if (at > from && at <= to) found.push({ id: model.id, name: model.name, at });
  }
  return found;
}

const CHALLENGER_WORDS: Readonly<Record<ChallengerOutcome, string>> = { promoted: 'promoted', given_up: 'given up' };

const RETRAINING_WORDS: Readonly<Record<RetrainingOutcome, string>> = {
  live: 'Retraining: the new version went live',
  against: 'Retraining decided against',
  not_said: 'Retraining settled, nobody said how',
  no_ground: 'Retraining: the ground for it went away',
};

async function decidedBetween(read: ReadHandle, between: Between): Promise<readonly ChangedThing[]> {
  const { approvals, retraining, challengers, assessments, rules } = await listDecisions(read, between);
  const none = { modelId: null, incidentId: null, assessmentId: null, before: '' } as const;
  const whose = (by: string): string => (by === '' ? '' : ` by ${by}`);
  return [
    ...approvals.map(({ id, modelId, name, at, by }) => ({
      ...none,
      key: id,
      title: name,
      modelId,
      after: `Approved${whose(by)}`,
      at,
    })),
    ...retraining.map(({ id, modelId, name, at, by, outcome }) => ({
      ...none,
      key: id,
      title: name,
      modelId,
      after: `${RETRAINING_WORDS[outcome ?? 'not_said']}${whose(by)}`,
      at,
    })),
    ...challengers.map(({ id, modelId, name, at, by, version, outcome }) => ({
      ...none,
      key: id,
      title: name,
      modelId,
      after: `Challenger ${version} ${outcome === null ? 'ended' : CHALLENGER_WORDS[outcome]}${whose(by)}`,
      at,
    })),
    ...assessments.map(({ id, name, at }) => ({
      ...none,
      key: id,
      title: name,
      assessmentId: id,
      after: 'Assessment finished',
      at,
    })),
    ...rules.map(({ seq, label, at, by }) => ({
      ...none,
      key: `entry ${seq}`,
      title: label,
      after: `Set${whose(by)}`,
      at,
    })),
  ];
}

const sum = (counts: Readonly<Record<string, number>>): number | null => {
  const all = Object.values(counts);
  // None registered by then: none known is not none.
  return all.length === 0 ? null : all.reduce((total, one) => total + one, 0);
};

/** The figures of both days, as Overview says them. */
function figuresOf(then: Summary, now: Summary): Figure[] {
  const line = (key: string, label: string, of: (summary: Summary) => number | null): Figure => ({
    key,
    label,
    before: of(then),
    after: of(now),
  });
  return [
    line('models', 'Models', ({ models }) => models),
    line('inProduction', 'In production', ({ inProduction }) => inProduction),
    line('act', 'Drifted (act)', ({ byHealth }) => byHealth.act ?? 0),
    line('silent', 'Silent', ({ byHealth }) => byHealth.silent ?? 0),
    line('notMonitored', 'Not monitored', ({ notMonitored }) => notMonitored),
    line('incidents', 'Open incidents', ({ openIncidentsBySeverity }) => sum(openIncidentsBySeverity)),
    line('updates', 'Noted updates a model and year', ({ size }) => size.updatesPerYear),
    line('levelNeeded', 'Level needed, by the rule', ({ recommendation }) => recommendation.level),
    line('levelHeld', 'Level held', ({ held }) => held?.level ?? null),
  ];
}

/** Two days side by side: each as it stood at its end (UTC), today as it stands. */
export async function readChanges(
  input: Exclude<Input<'overview.changes'>, undefined>,
  context: QueryContext,
): Promise<Output<'overview.changes'>> {
  const { read, now, ask } = context;
  const today = now.slice(0, 10);
  const from = settledDay(input.from ?? DEFAULT_FROM, today);
  const to = settledDay(input.to ?? 'today', today);
  if (to > today) throw new DomainError('invalid_input', `To: ${to} lies in the future. Give today or an earlier day.`);
  if (from >= to)
    throw new DomainError('invalid_input', `From: ${from} does not lie before ${to}. Give an earlier day.`);
  const between = { from: endOf(from), to: to === today ? now : endOf(to) };
  const [fromMs, toMs] = [Date.parse(between.from), Date.parse(between.to)];
  const snapshot = await readIncidentSnapshot(read);
  const within = (ms: number | null): boolean => ms !== null && ms > fromMs && ms <= toMs;
  const touched = snapshot.incidents.filter((one) => within(one.openedMs) || within(one.resolvedMs ?? one.closedMs));
  const titles = new Map(
    (
      await listIncidentsById(
        read,
        touched.map(({ id }) => id),
      )
    ).map(({ id, title }) => [id, title]),
  );
  const groups = changesBetween({
    before: await modelsOn(read, between.from),
    after: await modelsOn(read, between.to),
    deleted: await deletedBetween(read, between),
    incidents: touched.map((one) => ({
      id: one.id,
      number: one.number,
      title: titles.get(one.id) ?? '',
      modelId: one.modelId,
      openedMs: one.openedMs,
      overMs: one.resolvedMs ?? one.closedMs,
    })),
    fromMs,
    toMs,
    decided: await decidedBetween(read, between),
  });
  const before = await ask('overview.summary', { at: between.from });
  const after = await ask('overview.summary', to === today ? {} : { at: between.to });
  return {
    from,
    to,
    ...changesHeadline(groups, { from, to }),
    figures: figuresOf(before, after),
    groups: CHANGE_GROUPS.map((kind) => ({
      kind,
      title: changeTitle(kind, groups[kind].length),
      total: groups[kind].length,
      rows: groups[kind].slice(0, MOST_ROWS),
    })),
  };
}
