import type { QuantityId } from '#domain/quantities/quantities';
import { cellValue, deckFigure, type Plan, type Surfaces, sheetRows } from './surfaces';

/** A number as it was written: it stands for every value that is written so. */
export interface Written {
  readonly value: number;
  /** Half of the last place. */
  readonly within: number;
}

export interface Shown {
  /** The channel or report, and where in it. */
  readonly where: string;
  /** `null`: it says that nothing is known; `undefined`: this portfolio has nothing to show there. */
  readonly value: (surfaces: Surfaces) => number | Written | null | undefined;
  /** What a reader of that place is told, where its value may be another one; the text and what has to stand in it. */
  readonly said?: (surfaces: Surfaces) => { readonly text: string; readonly reason: RegExp };
}

const SCALES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, bn: 1e9 };

/** `€4.12m`, `10%`, `12.2 days`, `below 1`; `–` is no number. */
export function written(text: string): Written | null {
  if (text === 'below 1') return { value: 0, within: 0 };
  const found = /([-−]?)[^\d–]*?([\d,]+)(?:\.(\d+))?\s*(k|m|bn|%)?/.exec(text);
  if (!found) return null;
  const [, sign, whole = '', decimals = '', unit = ''] = found;
  const scale = unit === '%' ? 0.01 : (SCALES[unit] ?? 1);
  const value = Number(`${whole.replaceAll(',', '')}.${decimals}`) * scale * (sign === '' ? 1 : -1);
  return { value, within: (scale * 10 ** -decimals.length) / 2 };
}

const at = (where: string, value: Shown['value'], said?: Shown['said']): Shown => ({
  where,
  value,
  ...(said && { said }),
});

/** A figure of a slide, by its label. */
const onSlide = (label: string, said?: Shown['said']): Shown =>
  at(
    `deck, “${label}”`,
    (surfaces) => {
      const found = deckFigure(surfaces, label);
      return found === null ? undefined : written(found.value);
    },
    said,
  );

/** A row of the table of key figures on the slide of changes. */
const onLastSlide = (label: string): Shown =>
  at(`deck, key figures, “${label}”`, ({ deck }) => {
    const slide = deck.find((one) => one.includes('Key figures that the next deck compares itself with')) ?? [];
    const place = slide.indexOf(label);
    const text = place < 0 ? undefined : slide[place + 1];
    return text === undefined ? undefined : written(text);
  });

const ofPlan =
  (value: (plan: Plan) => number | null): Shown['value'] =>
  ({ plan }) =>
    plan === null ? undefined : value(plan);

const inventory = (surfaces: Surfaces) => sheetRows(surfaces, 'Inventory');
const serving = (surfaces: Surfaces) => inventory(surfaces).filter((row) => row['In production'] === 'yes');
const servingWith = (head: string, word: string): Shown =>
  at(`workbook, Inventory, ${head}`, (surfaces) => serving(surfaces).filter((row) => row[head] === word).length);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const openOf = (bySeverity: Readonly<Record<string, number>>): number => sum(Object.values(bySeverity));

const sheetPlan = (head: string): Shown =>
  at(`workbook, Scenarios, ${head}`, (surfaces) => {
    const row = sheetRows(surfaces, 'Scenarios').find((one) => one['The plan'] === 'yes');
    if (!row) return undefined;
    const value = cellValue(row[head]);
    return typeof value === 'number' ? value : null;
  });

const metricsGroup = ({ metrics }: Surfaces) => metrics.groups[0];
const comparisonOf = ({ projection, scenario }: Plan) =>
  Object.entries(projection.comparisons).find(([pair]) => pair === scenario.compare)?.[1];
const IN_PRODUCTION: ReadonlySet<string> = new Set(['deployed', 'monitored', 'retraining']);
const ofHealth = (health: string): Shown =>
  at(
    `drift.health, ${health}`,
    ({ monitoring, models }) =>
      monitoring.filter(
        (one) =>
          one.health === health && models.some(({ id, stage }) => id === one.modelId && IN_PRODUCTION.has(stage)),
      ).length,
  );

/** The deck of a portfolio that is only stated shows the stated models, and says so under the figure. */
const statedOnSlide: Shown['said'] = (surfaces) => ({
  text: deckFigure(surfaces, 'Models')?.detail ?? '',
  reason: /^stated; 0 registered$/,
});

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
    at('maturity.recommend', ({ recommend: { updates } }) => updates?.recorded.releases ?? 0),
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
      const level = /needs? level (\d)/.exec(headline)?.[1];
      return level === undefined ? null : Number(level);
    }),
    at('deck, title', ({ deck }) => {
      const level = /needs? level (\d)/.exec(deck[0]?.join(' ') ?? '')?.[1];
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
  npv: [
    at(
      'scenarios.get',
      ofPlan(({ scenario }) => scenario.result.npv),
    ),
    at(
      'investment.project',
      ofPlan((plan) => comparisonOf(plan)?.npv ?? null),
    ),
    at('overview.summary', ({ overview }) => overview.investment?.npv),
    sheetPlan('NPV'),
    onSlide('Net present value'),
    onLastSlide('Net present value of the plan'),
  ],
  levelCheapest: [
    at(
      'investment.options',
      ofPlan(({ decision }) => Number(decision.cheapest.slice(1))),
    ),
    at('overview.summary', ({ overview: { investment } }) =>
      investment === null ? undefined : Number(investment.decision.cheapest.slice(1)),
    ),
    at('deck, “The options side by side”', ({ deck }) => {
      const slide = deck.find((one) => one.includes('What each option costs and gives'));
      const found = /(?:the money|both say) level (\d)|^Level (\d) costs least/.exec(slide?.[0] ?? '');
      return found ? Number(found[1] ?? found[2]) : undefined;
    }),
  ],
  payback: [
    at(
      'scenarios.get',
      ofPlan(({ scenario }) => scenario.result.payback),
    ),
    at(
      'investment.project',
      ofPlan((plan) => comparisonOf(plan)?.payback ?? null),
    ),
    at('overview.summary', ({ overview }) => overview.investment?.payback),
    sheetPlan('Payback (years)'),
  ],
  p10: [
    at(
      'investment.simulate',
      ofPlan(({ simulation }) => simulation.p10),
    ),
    at('deck, “Net present value”', (surfaces) => ofRange(surfaces, 'P10')),
  ],
  p90: [
    at(
      'investment.simulate',
      ofPlan(({ simulation }) => simulation.p90),
    ),
    at('deck, “Net present value”', (surfaces) => ofRange(surfaces, 'P90')),
  ],
  incidentCost: [
    at(
      'scenarios.get',
      ofPlan(({ scenario }) => scenario.inputs.incidentCost),
    ),
    at(
      'scenarios.get, items',
      ofPlan(({ scenario }) => scenario.items.find(({ path }) => path === 'incidentCost')?.value ?? null),
    ),
    at(
      'scenarios.measured',
      ({ plan }) =>
        plan?.measured.find(({ key }) => key === 'incidentHours')?.sets.find(({ path }) => path === 'incidentCost')
          ?.value,
      ({ plan }) => {
        const item = plan?.scenario.items.find(({ path }) => path === 'incidentCost');
        return { text: `${item?.origin.kind} ${item?.at}`, reason: /^(measured|assumption|entered) \d{4}-/ };
      },
    ),
  ],
  timeToResolve: [
    at('incidents.metrics', (surfaces) => metricsGroup(surfaces)?.timeToResolve.median ?? null),
    at('deck, “Median time to resolve”', (surfaces) => {
      const text = deckFigure(surfaces, 'Median time to resolve')?.value;
      const found = text === undefined ? null : written(text);
      if (!found || text === undefined) return text === undefined ? undefined : null;
      const hours = /day/.test(text) ? 24 : 1;
      return { value: found.value * hours, within: found.within * hours };
    }),
  ],
  changeFailRate: [
    at('incidents.metrics', (surfaces) => metricsGroup(surfaces)?.changeFailRate.rate ?? null),
    onSlide('Change fail rate'),
  ],
};

function ofRange(surfaces: Surfaces, name: 'P10' | 'P90'): Written | null | undefined {
  const detail = deckFigure(surfaces, 'Net present value')?.detail;
  if (detail === undefined) return undefined;
  const text = new RegExp(`${name} ([^,]+)`).exec(detail)?.[1];
  return text === undefined ? null : written(text);
}
