import type { Scenario } from '#contract/scenarios/scenarios';
import { shiftMonth } from '#domain/base/calendar';
import { lastTwelveMonths } from '#domain/base/last-twelve-months';
import type { ReportFacts, ReportFigures, ScenarioFacts } from '#domain/reports/facts';
import { type LevelKey, levelKeys } from '#domain/scenarios/plan/inputs';
import { beliefs } from '#domain/scenarios/plan/scenario-result';
import { tornadoEnds } from '#domain/scenarios/uncertainty/tornado-ends';
import { listAssessments, listFinishedAssessments } from '../../store/assessments/assessments';
import { listModelNames } from '../../store/reports/report-names';
import { findEarlierDeck } from '../../store/reports/reports';
import { countUnshared } from '../../store/shared/waiting';
import type { QueryContext } from '../context';
import { askOptions } from './ask-options';
import { governanceFacts } from './governance-facts';

/** Calendar months of the chart of incidents, with the present one. */
const MONTHS = 12;
/** Models with a finding of their own; the counts are over all of them. */
const MOST_MODELS = 60;

type Asking = Pick<QueryContext, 'ask'>;

/** Asks the channels that the screens ask: a report says what they say. */
export async function gatherReport(context: QueryContext, contentHash: string): Promise<ReportFacts> {
  const { read, now } = context;
  const finished = await finishedAssessments(context);
  const earlier = await findEarlierDeck(read, contentHash);
  const { scenarios } = await context.ask('scenarios.list', {});
  return {
    now,
    contentHash,
    unshared: await countUnshared(read),
    info: await context.ask('portfolio.info', {}),
    summary: await context.ask('overview.summary', {}),
    settings: await context.ask('settings.get', {}),
    models: await listModelNames(read),
    drift: await context.ask('drift.health', { health: ['act', 'silent'], limit: MOST_MODELS }),
    retraining: (await context.ask('drift.retraining', {})).counts,
    incidents: await incidentFacts(context, now),
    governance: await governanceFacts(context),
    ...finished,
    investment: await chosenScenario(context, scenarios.find(({ chosen }) => chosen)?.id),
    scenarios: scenarios.length,
    earlierDeck: earlier && {
      at: earlier.at,
      contentHash: earlier.content_hash,
      figures: JSON.parse(earlier.figures) as ReportFigures, // written by that deck
    },
  };
}

async function incidentFacts({ ask }: Asking, now: string): Promise<ReportFacts['incidents']> {
  const window = { from: lastTwelveMonths(now).first, to: now };
  const months = { from: `${shiftMonth(now.slice(0, 7), 1 - MONTHS)}-01`, to: now };
  const { total } = await ask('incidents.facets', {});
  return {
    total,
    metrics: await ask('incidents.metrics', window),
    flow: await ask('incidents.flow', { ...months, step: 'month' }),
    announced: await ask('incidents.announced', { ...window, limit: 1 }),
  };
}

/** The latest of the whole organisation or, without one, of a unit, as the investment takes its gaps; and the one before it. */
async function finishedAssessments({
  ask,
  read,
}: Pick<QueryContext, 'ask' | 'read'>): Promise<
  Pick<ReportFacts, 'assessment' | 'assessmentBefore' | 'assessmentsOpen'>
> {
  const finished = await listFinishedAssessments(read);
  const [latest] = finished;
  const before = finished.slice(1).find(({ unit }) => unit === latest?.unit);
  return {
    assessment: latest ? await ask('assessments.get', { id: latest.id }) : null,
    assessmentBefore: before ? await ask('assessments.get', { id: before.id }) : null,
    assessmentsOpen: (await listAssessments(read)).filter(({ status }) => status === 'open').length,
  };
}

/** What the level that costs least hangs on: the comparison of the plan may be another one. */
async function proposedFacts(
  ask: Asking['ask'],
  { inputs, uncertain }: Scenario,
  cheapest: LevelKey,
): Promise<ScenarioFacts['proposed']> {
  const [today] = levelKeys(inputs);
  if (today === undefined || cheapest === today) return null;
  const compare = `${cheapest} vs ${today}`;
  const { base, rows } = await ask('investment.sensitivity', { inputs, compare, uncertain: tornadoEnds(uncertain) });
  return { compare, base, rows, mustBeTrue: beliefs(rows, uncertain) };
}

/** As the page of the options asks it: hiring is in its costs where it is in those of the options. */
async function teiFacts(
  ask: Asking['ask'],
  { inputs, asked }: Scenario,
  compare: string,
): Promise<ScenarioFacts['tei']> {
  const { risk, team } = asked ?? {};
  if (risk === undefined) return null;
  const question = { inputs, compare, ...risk, ...(team?.inCosts === true && { team }) };
  const { tei } = await ask('investment.views', question);
  return { compare, tei };
}

async function chosenScenario({ ask }: Asking, id: string | undefined): Promise<ScenarioFacts | null> {
  if (id === undefined) return null;
  const scenario = await ask('scenarios.get', { id });
  const { inputs, compare, uncertain, correlations, runs, seed } = scenario;
  const decision = await askOptions(ask, scenario);
  const proposed = await proposedFacts(ask, scenario, decision.cheapest);
  return {
    scenario,
    proposed,
    tei: await teiFacts(ask, scenario, proposed?.compare ?? compare),
    decision,
    gaps: (await ask('scenarios.gaps', { id })).lines,
    projection: await ask('investment.project', { inputs }),
    sensitivity: await ask('investment.sensitivity', { inputs, compare, uncertain: tornadoEnds(uncertain) }),
    simulation: await ask('investment.simulate', { inputs, compare, uncertain, correlations, runs, seed }),
  };
}
