import { gammaQuantile } from '../../../base/gamma';
import { withDerived } from '../../plan/derived-inputs';
import type { LevelKey } from '../../plan/inputs';
import { type Distribution, drawable, type Shown } from '../../statistics/distribution';
import { type Accounts, booked } from '../accounts';
import { monthlyBudget, quarterlyBudget, unitCosts } from '../budget';
import { calibrate, type PeopleAnswer, runCostCheck } from '../calibration';
import { decide } from '../decide';
import { type DecisionInputs, type Growth, levelPath, type StagedPath } from '../decision-inputs';
import { cheapestByHorizon } from '../horizon';
import { type Offer, withOffer } from '../offers';
import { againstToday, baselineOf, costsOfOptions } from '../option-figures';
import { paybackAgainst, peakFunding, savedFlows } from '../option-result';
import { dateOfYears, fiscalQuarter } from '../plan-calendar';
import { type RoadmapGap, reconcileRoadmap } from '../reconcile-roadmap';
import { type Team, teamOver } from '../team';
import { type RiskTriangle, teiFigures, teiView } from '../tei-view';
import { findTurns, turnsByYears } from '../turns';
import { type TwoWayQuestion, twoWay } from '../two-way';

type Asked<T> = (inputs: DecisionInputs, asked: T) => unknown;

const pathOf = (inputs: DecisionInputs, option: string | StagedPath): StagedPath =>
  typeof option === 'string' ? levelPath(option as LevelKey, baselineOf(inputs)) : option; // the file names levels

const nameOf = (option: string | StagedPath): string => (typeof option === 'string' ? option : option.id);

function byName<T>(options: readonly (string | StagedPath)[], answer: (option: string | StagedPath) => T) {
  return Object.fromEntries(options.map((option) => [nameOf(option), answer(option)]));
}

const paths: Asked<readonly StagedPath[]> = (inputs, asked) =>
  Object.fromEntries(
    asked.map((path) => {
      const { today, option } = againstToday(inputs, path);
      const figures = {
        investments: option.investments.map(({ month, amount }) => [month, amount]),
        shares: option.shares,
        yearCost: option.yearCost,
        flowsVsL1: savedFlows(today, option),
        pvCost: option.pvCost,
        npvVsL1: today.pvCost - option.pvCost,
        paybackVsL1: paybackAgainst(today, option),
        ...peakFunding(today, option),
        dip: option.yearParts.reduce((sum, { dip }) => sum + dip, 0),
      };
      return [path.id, figures];
    }),
  );

const turns: Asked<readonly string[]> = (inputs, asked) => {
  const found = findTurns(withDerived(inputs), 'hold').turns;
  return Object.fromEntries(asked.map((by) => [by, found.filter((turn) => turn.by === by)]));
};

const offers: Asked<{ readonly level: LevelKey; readonly offers: readonly Offer[] }> = (inputs, { level, offers }) => {
  const [build] = costsOfOptions(inputs, [pathOf(inputs, level)]);
  return Object.fromEntries(
    offers.map((offer) => {
      const { today, option } = againstToday(withOffer(inputs, level, offer), pathOf(inputs, level));
      const { yearCost, investment, pvCost } = option;
      const npvVsBuild = (build?.pvCost ?? Number.NaN) - pvCost;
      return [offer.id, { yearCost, investment, pvCost, npvVsL1: today.pvCost - pvCost, npvVsBuild }];
    }),
  );
};

const budget: Asked<{ readonly option: string; readonly startDate: string; readonly fiscalYearStart: number }> = (
  inputs,
  { option, startDate, fiscalYearStart },
) => {
  const { option: costs } = againstToday(inputs, pathOf(inputs, option));
  const months = monthlyBudget(costs);
  const quarters = quarterlyBudget(months, startDate, fiscalYearStart).map(
    ({ year, quarter, cents, total }) => [`${year} Q${quarter}`, { ...cents, total }] as const,
  );
  return { quarters: Object.fromEntries(quarters), firstMonths: months.slice(0, 3) };
};

const tei: Asked<{
  readonly options: readonly string[];
  readonly benefit: RiskTriangle;
  readonly cost: RiskTriangle;
}> = (inputs, { options, benefit, cost }) =>
  byName(options, (name) => {
    const { today, option } = againstToday(inputs, pathOf(inputs, name));
    return teiView(inputs, today, option, { benefit, cost });
  });

const derived: Asked<readonly string[]> = (inputs, asked) => {
  const now = withDerived(inputs);
  const formulaAt = (path: string) =>
    path === 'incidentCost' ? now.incidentCost : now.levels[path.split('.')[1] as LevelKey]?.incidentsPerModel;
  return Object.fromEntries(asked.map((path) => [path, formulaAt(path)]));
};

/** Only the ends that the case file knows for the kind: a range that somebody gave has no cover. */
const interval: Asked<Distribution> = (_inputs, of) => {
  const { base, quantile, ...shown } = drawable(of);
  const at = (u: number): number | null => quantile?.(u) ?? null;
  return {
    base,
    ...shown,
    shown95Coverage: shown.shown95Cover,
    shown90Coverage: shown.shown90Cover,
    garwood90: of.kind === 'rate' ? garwood(of.events, of.exposure, 0.05) : null,
    p05: at(0.05),
    p50: at(0.5),
    p95: at(0.95),
  };
};

function garwood(events: number, exposure: number, tail: number): Shown {
  const low = events === 0 ? 0 : gammaQuantile(events, tail) / exposure;
  return [low, gammaQuantile(events + 1, 1 - tail) / exposure];
}

/** How each kind of question of the case file is answered by the rules. */
const ANSWERS = {
  paths,
  turns,
  offers,
  budget,
  tei,
  derived,
  interval,
  options: ((inputs, { paths = [] }) => decide({ inputs, paths })) satisfies Asked<{
    readonly paths?: readonly StagedPath[];
  }>,
  people: ((inputs, asked) =>
    byName(asked, (option) => costsOfOptions(inputs, [pathOf(inputs, option)])[0]?.people)) satisfies Asked<
    readonly (string | StagedPath)[]
  >,
  byHorizon: ((inputs, asked) =>
    Object.fromEntries(
      asked.map((growth) => [growth, cheapestByHorizon(withDerived(inputs), growth)]),
    )) satisfies Asked<readonly Growth[]>,
  turnsYears: ((inputs, asked) =>
    Object.fromEntries(
      asked.map((growth) => [growth, turnsByYears(withDerived(inputs), growth).turns]),
    )) satisfies Asked<readonly Growth[]>,
  team: ((inputs, { options, team }) =>
    byName(options, (name) => teamOver(inputs, pathOf(inputs, name), team))) satisfies Asked<{
    readonly options: readonly string[];
    readonly team: Team;
  }>,
  calibrate: ((inputs, asked) => asked.map((answer) => calibrate(inputs, answer))) satisfies Asked<
    readonly PeopleAnswer[]
  >,
  runCosts: ((inputs, { noted, models }) => runCostCheck(inputs, noted, models)) satisfies Asked<{
    readonly noted: number;
    readonly models: number;
  }>,
  unitCosts: ((inputs, asked) =>
    byName(asked, (name) => {
      const [costs] = costsOfOptions(inputs, [pathOf(inputs, name)]);
      return costs ? unitCosts(inputs, costs) : null;
    })) satisfies Asked<readonly string[]>,
  accounts: ((inputs, { options, accounts }) =>
    byName(options, (name) => {
      const [costs] = costsOfOptions(inputs, [pathOf(inputs, name)]);
      return costs ? booked(inputs, costs, accounts) : null;
    })) satisfies Asked<{ readonly options: readonly string[]; readonly accounts: Accounts }>,
  twoWay: ((inputs, asked) => twoWay(inputs, asked)) satisfies Asked<TwoWayQuestion>,
  reconcile: ((inputs, { level, gaps }) => reconcileRoadmap(inputs, level, gaps)) satisfies Asked<{
    readonly level: LevelKey;
    readonly gaps: readonly RoadmapGap[];
  }>,
  dates: ((_inputs, asked) => asked.map(({ startDate, years }) => dateOfYears(startDate, years))) satisfies Asked<
    readonly { readonly startDate: string; readonly years: number | null }[]
  >,
  fiscal: ((_inputs, asked) =>
    asked.map(({ startDate, month, fiscalYearStart }) => {
      const { year, quarter } = fiscalQuarter(startDate, month, fiscalYearStart);
      return [year, quarter];
    })) satisfies Asked<
    readonly { readonly startDate: string; readonly month: number; readonly fiscalYearStart: number }[]
  >,
  teiFlows: ((_inputs, { rate, costs, benefits }) => teiFigures(rate, { costs, benefits })) satisfies Asked<{
    readonly rate: number;
    readonly costs: readonly number[];
    readonly benefits: readonly number[];
  }>,
};

const NO_PLAN: DecisionInputs = {
  loadedAnnual: 0,
  weeksPerYear: 1,
  hoursPerYear: 1,
  discountRate: 0,
  incidentCost: 0,
  updatesPerYear: 0,
  newModels: [],
  levels: {},
};

/** The rules' answer to one question of a case. RangeError: no rule answers that kind. */
export function answerOf(kind: string, inputs: DecisionInputs | null, asked: unknown, _all: unknown): unknown {
  // The file asks each kind with its own shape; the test fails where it does not.
  const answer = (ANSWERS as Readonly<Record<string, Asked<unknown> | undefined>>)[kind];
  if (!answer) throw new RangeError(`No rule answers ${kind}.`);
  return answer(inputs ?? NO_PLAN, asked);
}
