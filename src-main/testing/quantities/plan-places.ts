import type { QuantityId } from '#domain/quantities/quantities';
import {
  at,
  comparisonOf,
  metricsGroup,
  ofPlan,
  ofRange,
  onLastSlide,
  onSlide,
  type Shown,
  sheetPlan,
  written,
} from './places';
import { deckFigure } from './surfaces';

/** A sum that is not to be quoted is withheld, and the deck says what is missing. */
const withheldSum: Shown['said'] = ({ deck }) => ({ text: deck.flat().join(' '), reason: /has yet to be entered/ });

/** Where the figures of the plan and of incidents are shown. */
export const PLAN_PLACES = {
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
    onSlide('Net present value', withheldSum),
    { ...onLastSlide('Net present value of the plan'), said: withheldSum },
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
  meanOfRuns: [
    at(
      'investment.simulate',
      ofPlan(({ simulation }) => simulation.mean),
    ),
    at('overview.summary', ({ overview }) => overview.investment?.runs?.mean),
    at('deck, “Net present value”', (surfaces) => ofRange(surfaces, 'mean'), withheldSum),
  ],
  medianOfRuns: [
    at(
      'investment.simulate',
      ofPlan(({ simulation }) => simulation.p50),
    ),
    at('overview.summary', ({ overview }) => overview.investment?.runs?.p50),
    at('deck, “Net present value”', (surfaces) => ofRange(surfaces, 'median'), withheldSum),
  ],
  p10: [
    at(
      'investment.simulate',
      ofPlan(({ simulation }) => simulation.p10),
    ),
    at('deck, “Net present value”', (surfaces) => ofRange(surfaces, 'P10'), withheldSum),
  ],
  p90: [
    at(
      'investment.simulate',
      ofPlan(({ simulation }) => simulation.p90),
    ),
    at('deck, “Net present value”', (surfaces) => ofRange(surfaces, 'P90'), withheldSum),
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
  incidentsOpened: [
    at('incidents.metrics', (surfaces) =>
      surfaces.incidents.total === 0 ? null : (metricsGroup(surfaces)?.opened ?? null),
    ),
    at('deck, “Incidents”', ({ deck }) => {
      const found = /([\d,]+) incidents? (?:was|were) opened in the last twelve months/.exec(
        deck.flat().join('\n'),
      )?.[1];
      return found === undefined ? undefined : written(found);
    }),
    at('scenarios.get, cautions', ({ plan }) => {
      const said = plan?.scenario.result.cautions.map(({ sentence }) => sentence).join('\n') ?? '';
      const found = /\([\d,]+ of ([\d,]+) incidents? ha(?:s|ve) one\)/.exec(said)?.[1];
      return found === undefined ? undefined : written(found);
    }),
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
} as const satisfies Partial<Record<QuantityId, readonly Shown[]>>;
