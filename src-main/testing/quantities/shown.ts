import { noVerdictToday } from '#domain/drift/verdict-counts';
import type { QuantityId } from '#domain/quantities/quantities';
import {
  at,
  inventory,
  ofGovernance,
  ofHealth,
  ofPlan,
  onLastSlide,
  onSlide,
  openOf,
  type Shown,
  serving,
  servingUnder,
  servingWith,
  statedOnSlide,
  sum,
  written,
} from './places';
import { PLAN_PLACES } from './plan-places';
import { cellValue, deckFigure, sheetRows } from './surfaces';

/**
 * Where each quantity is shown. The first place is what the others are held against; a new place, or a new quantity, is one
 * line.
 */
export const SHOWN: Readonly<Record<QuantityId, readonly Shown[]>> = {
  models: [
    at('overview.summary', ({ overview }) => overview.models),
    at('overview.summary, by stage', ({ overview }) => sum(Object.values(overview.byStage))),
    at('overview.summary, by unit', ({ overview }) => sum(overview.byUnit.map(({ models }) => models))),
    at('overview.summary, by tier', ({ overview }) => sum(overview.byTier.map(({ models }) => models))),
    at('overview.summary, by kind', ({ overview }) => sum(overview.byKind.map(({ models }) => models))),
    at('portfolio.info', ({ info }) => info.models),
    at('models.list', ({ models }) => models.length),
    at('models.grid', ({ gridRows }) => gridRows),
    at('workbook, Inventory', (surfaces) => inventory(surfaces).length),
    onSlide('Models', statedOnSlide),
    onLastSlide('Models'),
  ],
  inProduction: [
    at('overview.summary', ({ overview }) => overview.inProduction),
    at('overview.summary, by health', ({ overview }) => sum(Object.values(overview.byHealth))),
    at('overview.summary, by unit', ({ overview }) => sum(overview.byUnit.map((one) => one.inProduction))),
    at('overview.summary, by kind', ({ overview }) => sum(overview.byKind.map((one) => one.inProduction))),
    at('portfolio.info', ({ info }) => info.inProduction),
    at('models.list, in production', ({ listed }) => listed.inProduction),
    at('assessments.demand', ({ demand }) => demand.models),
    at(
      'maturity.recommend',
      ({ recommend }) => recommend.models,
      ({ recommend, overview }) => ({ text: `${recommend.reason} ${overview.size.words}`, reason: /stated/ }),
    ),
    at(
      'scenarios.measured',
      ofPlan(({ measured }) => measured.find(({ key }) => key === 'modelsInProduction')?.value ?? 0),
    ),
    at('workbook, Inventory', (surfaces) => serving(surfaces).length),
    onLastSlide('In production'),
    // A plan keeps the number that it was made with, with its day; what an assessment was told says so.
    at(
      'scenarios.get, modelsAtStart',
      ofPlan(({ scenario }) => scenario.inputs.modelsAtStart ?? null),
      ({ plan }) => {
        const item = plan?.scenario.items.find(({ path }) => path === 'modelsAtStart');
        const told = item?.origin.kind === 'entered' ? item.origin.note : (item?.origin.kind ?? '');
        return { text: `${told} ${item?.at ?? ''}`, reason: /^(measured|Stated in the assessment .*) \d{4}-/ };
      },
    ),
  ],
  notMonitored: [
    at('overview.summary', ({ overview }) => overview.notMonitored),
    at('models.list', ({ listed }) => listed.notMonitored),
    servingWith('Monitoring', 'Not monitored'),
    onSlide('Not monitored'),
  ],
  noVerdict: [
    at('overview.summary', ({ overview }) => overview.byHealth.unknown),
    at('models.list', ({ listed }) => listed.noVerdict),
    ofHealth('unknown'),
    servingWith('Health', 'No verdict'),
    onLastSlide('No verdict yet'),
  ],
  neverMeasured: [
    at('overview.summary', ({ overview }) => overview.neverMeasured),
    at('drift.health, never', (surfaces) => servingUnder(surfaces, ({ reason }) => reason === 'never')),
  ],
  noVerdictToday: [
    at('overview.summary', ({ overview: { byHealth } }) => noVerdictToday({ byHealth })),
    at('models.list', ({ listed }) => listed.noVerdictToday),
    at('drift.health, silent or unknown', (surfaces) =>
      servingUnder(surfaces, ({ health }) => health === 'silent' || health === 'unknown'),
    ),
    at('overview.summary, subline', ({ overview: { subline, inProduction } }) => {
      if (/None has a drift verdict today/.test(subline)) return inProduction;
      const found = /([\d,]+) (has|have) no drift verdict today/.exec(subline)?.[1];
      return found === undefined ? undefined : written(found);
    }),
  ],
  silent: [
    at('overview.summary', ({ overview }) => overview.byHealth.silent),
    at('models.list', ({ listed }) => listed.silent),
    ofHealth('silent'),
    servingWith('Health', 'Silent'),
    onSlide('Silent'),
    onLastSlide('Silent'),
  ],
  drifted: [
    at('overview.summary', ({ overview }) => overview.byHealth.act),
    at('models.list', ({ listed }) => listed.drifted),
    ofHealth('act'),
    servingWith('Health', 'Act'),
    onSlide('Drifted'),
    onLastSlide('Drifted (act)'),
  ],
  openIncidents: [
    at('incidents.facets', ({ incidents }) => (incidents.total === 0 ? null : incidents.open)),
    at('overview.summary', ({ overview: { openIncidentsBySeverity: open } }) =>
      Object.keys(open).length === 0 ? null : openOf(open),
    ),
    onSlide('Open incidents'),
    onLastSlide('Open incidents'),
    at('workbook, Incidents', (surfaces) => {
      const rows = sheetRows(surfaces, 'Incidents');
      return rows.length === 0
        ? null
        : rows.filter((row) => row.Status !== 'Resolved' && row.Status !== 'Closed').length;
    }),
  ],
  updatesNoted: [
    at('maturity.recommend', ({ recommend: { updates } }) => updates?.noted.load ?? null),
    at('overview.summary', ({ overview: { recommendation } }) => recommendation.updates?.noted.load ?? null),
    at('overview.summary, size', ({ overview: { size } }) => (size.unknownFrequency >= size.models ? null : size.load)),
    at('assessments.demand', ({ demand, overview }) => {
      if (overview.size.basis !== 'registered') return undefined;
      const known = demand.models - demand.unknownFrequency;
      return known === 0 ? null : { value: known * demand.updatesPerYear, within: 1e-6 };
    }),
    at('scenarios.measured', ({ plan, overview }) => {
      const noted = plan?.measured.find(({ key }) => key === 'declaredUpdates');
      if (!noted || overview.size.basis !== 'registered') return undefined;
      return noted.value === null ? null : { value: noted.value * noted.n, within: 1e-6 };
    }),
  ],
  updatesRecorded: [
    at('maturity.recommend', ({ recommend: { updates } }) => updates?.recorded.perModel ?? null),
    at('overview.summary', ({ overview: { recommendation } }) => recommendation.updates?.recorded.perModel ?? null),
    at('assessments.demand', ({ demand }) => demand.recorded.perModel),
    at(
      'scenarios.measured',
      ofPlan(({ measured }) => measured.find(({ key }) => key === 'releasesPerYear')?.value ?? null),
    ),
    at(
      'scenarios.get, updatesPerYear',
      ofPlan(({ scenario }) => scenario.inputs.updatesPerYear),
      ({ plan }) => {
        const item = plan?.scenario.items.find(({ path }) => path === 'updatesPerYear');
        const origin = item?.origin;
        const told = origin?.kind === 'entered' ? origin.note : (origin?.kind ?? '');
        return {
          text: `${told} ${item?.at ?? ''}`,
          reason: /^(measured|assumption|Stated in the assessment .*) \d{4}-/,
        };
      },
    ),
  ],
  releasesRecorded: [
    at('overview.summary', ({ overview: { releaseChanges } }) => releaseChanges.releases),
    at('maturity.recommend', ({ recommend: { updates } }) => updates?.recorded.releases),
    at('assessments.demand', ({ demand }) => demand.recorded.releases),
    at('models.list', ({ models }) => sum(models.map(({ releasesLast12Months }) => releasesLast12Months))),
    at('workbook, Inventory', (surfaces) =>
      sum(inventory(surfaces).map((row) => Number(row['Releases in 12 months']))),
    ),
  ],
  levelNeeded: [
    at('maturity.recommend', ({ recommend }) => recommend.level),
    at('overview.summary', ({ overview }) => overview.recommendation.level),
    onSlide('Level needed'),
    onLastSlide('Level needed'),
    at('overview.summary, headline', ({ overview: { headline } }) => {
      // Where rule and money part, the headline is the sentence of the options.
      const level = /(?:asks? for|The rule of thumb says) level (\d)/.exec(headline)?.[1];
      return level === undefined ? null : Number(level);
    }),
    at('deck, title', ({ deck }) => {
      const level = /asks? for level (\d)/.exec(deck[0]?.join(' ') ?? '')?.[1];
      return level === undefined ? null : Number(level);
    }),
    at(
      'assessments.get',
      ({ assessment }) => (assessment === null ? undefined : assessment.recommendation.level),
      ({ assessment }) => ({ text: assessment?.counted.size ?? '', reason: /Today/ }),
    ),
  ],
  levelByNumber: [
    at('maturity.recommend', ({ recommend }) => recommend.byCount),
    at('overview.summary', ({ overview }) => overview.recommendation.byCount),
    at('deck, “Level needed”', (surfaces) => {
      const found = /by number (\d)/.exec(deckFigure(surfaces, 'Level needed')?.detail ?? '')?.[1];
      return found === undefined ? null : Number(found);
    }),
  ],
  levelByUpdates: [
    at('maturity.recommend', ({ recommend }) => recommend.byLoad),
    at('overview.summary', ({ overview }) => overview.recommendation.byLoad),
    at('maturity.recommend, noted', ({ recommend: { updates } }) => updates?.noted.byUpdates ?? null),
    at('deck, “Level needed”', (surfaces) => {
      const found = /by updates \w+ (\d)/.exec(deckFigure(surfaces, 'Level needed')?.detail ?? '')?.[1];
      return found === undefined ? null : Number(found);
    }),
  ],
  levelHeld: [
    at('overview.summary', ({ overview }) => overview.held?.level ?? null),
    at('assessments.get', ({ assessment }) => assessment?.overallLevel ?? null),
    at('assessments.list', ({ assessments, assessment }) =>
      assessment === null ? null : assessments.find(({ id }) => id === assessment.id)?.overallLevel,
    ),
    onSlide('Level held'),
    onLastSlide('Level held'),
    at('workbook, Maturity', (surfaces) => {
      const name = surfaces.assessment?.name;
      const levels = sheetRows(surfaces, 'Maturity').flatMap((row) => {
        const level = cellValue(row['Level held']);
        return row.Assessment === name && typeof level === 'number' ? [level] : [];
      });
      return levels.length === 0 ? null : Math.min(...levels);
    }),
  ],
  percentToTarget: [
    at('assessments.get', ({ assessment }) => assessment?.percentToTarget ?? null),
    at('assessments.get, score', ({ assessment }) => assessment?.score.percentToTarget ?? null),
    onLastSlide('Way to the target'),
  ],
  reviewsOverdue: [
    at('reviews.calendar', ({ reviews }) => reviews.overdue),
    at('page, “Reviews overdue”', ({ page }) => {
      const found = [...page.matchAll(/(\d+)\nReviews overdue\n|Reviews overdue\n(\d+)\n/g)];
      return found.length === 0 ? undefined : Number(found[0]?.[1] ?? found[0]?.[2]);
    }),
    at('page, headline of Governance', ({ page }) => {
      const found = /(\d+) reviews?(?: \([^)]*\))? (?:is|are) overdue/.exec(page)?.[1];
      return found === undefined ? undefined : Number(found);
    }),
    onSlide('Reviews overdue'),
    at('workbook, Governance', (surfaces) => ofGovernance(surfaces, 'Reviews overdue')),
  ],
  reviewsOverdueByDay: [
    // A list of the gravest may leave it out.
    at(
      'overview.summary, attention',
      ({ overview }) => overview.attention.find(({ kind }) => kind === 'reviews_overdue')?.count,
    ),
    at('reviews.calendar', ({ reviews }) => reviews.overdue - reviews.overdueCalled),
    at('models.list, due before today', ({ listed }) => listed.reviewsOverdue),
    at('page, by their day', ({ page }) => {
      const found = /(\d+) by (?:its|their) day/.exec(page)?.[1];
      return found === undefined ? undefined : Number(found);
    }),
    at('workbook, Governance', (surfaces) => ofGovernance(surfaces, 'Of these by their day')),
  ],
  retrainingDue: [
    at('drift.retraining', ({ retraining }) => retraining.counts.due),
    at('overview.monday, Retraining', ({ monday }) => {
      const title = monday.groups.find(({ kind }) => kind === 'retraining')?.title ?? '';
      return Number(/: ([\d,]+) due/.exec(title)?.[1]?.replaceAll(',', ''));
    }),
    at(
      'overview.summary, attention',
      ({ overview }) => overview.attention.find(({ kind }) => kind === 'retraining_due')?.count ?? 0,
    ),
    at(
      'models.timeline, finding',
      ({ timelines }) => timelines.filter(({ finding }) => finding.includes('retraining due since')).length,
    ),
  ],
  retrainingLead: [
    at('drift.retraining', ({ retraining }) => retraining.lead.median),
    at('overview.monday, Retraining', ({ monday }) => {
      const change = monday.groups.find(({ kind }) => kind === 'retraining')?.change ?? '';
      const found = /from due to live: ([\d.,]+) days?/.exec(change);
      return found ? written(found[1] ?? '') : null;
    }),
  ],
  ...PLAN_PLACES,
};

/** All places of a quantity: those above, and what whoever has a dashboard is told; a sum that is withheld is told nobody. */
export const placesOf = (id: QuantityId): readonly Shown[] => [
  ...SHOWN[id],
  at('overview.figures', ({ figures }) => {
    const found = figures.figures.find((one) => one.id === id);
    return found?.withheld === null ? found.value : undefined;
  }),
];
