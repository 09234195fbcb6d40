import { type Month, sayMonth } from '#domain/base/calendar';
import type { PeakFunding } from '#domain/scenarios/options/option-result';
import { calendarMonth } from '#domain/scenarios/options/plan-calendar';
import { sayTenths } from '#domain/scenarios/options/tenths';
import type { BreakEvens, FlowFigures } from '#domain/scenarios/plan/project';
import { sayBehind } from '#domain/scenarios/plan/say-result';
import type { SimulationResult } from '#domain/scenarios/uncertainty/simulate';
import { formatCount, formatNumber, formatRoundMoney, formatShare } from '../../../lib/format';
import type { PlanFigureKey } from '../explain/explained';
import { afterYears, sayYears } from './time-words';

export interface KeyFigure {
  readonly id: PlanFigureKey;
  readonly label: string;
  readonly value: string;
  /** What stands beside it: the other way to reckon, the spread, or why there is no value. */
  readonly note: string;
}

interface Asked {
  readonly comparison: FlowFigures;
  readonly breakEvens: BreakEvens;
  readonly peak: PeakFunding;
  readonly result: SimulationResult | null;
  readonly currency: string;
  readonly midYear: boolean;
  readonly years: number;
  /** First month of the plan; `null`: it has none. */
  readonly startDate: Month | null;
  /** The month after which it is never behind again. */
  readonly paidBackMonth: number | null;
  /** Figures that count in an amount that is quoted. */
  readonly digits: number;
  /** What the simulation says answers an older question. */
  readonly stale: boolean;
  /** The figures are not to be quoted: they stand small and as what they are. */
  readonly withheld: boolean;
  /** The case is held against today's way, and nobody has said how many people that takes. */
  readonly peopleOpen: boolean;
}

/** The internal rate, or on which side of all rates that mean anything it lies; `none` where there is no one rate. */
export function rateWords({ irr, irrBeyond }: Pick<FlowFigures, 'irr' | 'irrBeyond'>): string {
  if (irr !== null) return formatShare(irr);
  if (irrBeyond === null) return 'none';
  return irrBeyond === 'above' ? `over ${formatShare(10)}` : `below ${formatShare(-0.99)}`;
}

function internal(figures: FlowFigures): Omit<KeyFigure, 'id' | 'label'> {
  const { irr, irrAll, irrBeyond, signChanges, mirr } = figures;
  const modified = mirr === null ? '' : `modified ${formatShare(mirr)}`;
  const value = rateWords(figures);
  if (irr !== null) return { value, note: modified || 'one change of sign' };
  if (irrBeyond !== null) return { value, note: modified };
  if (irrAll !== null && signChanges > 1) {
    return { value, note: `not unique: the flows change sign ${signChanges} times` };
  }
  return { value, note: 'the flows never change sign' };
}

const dateOf = (startDate: Month, month: number): string => sayMonth(calendarMonth(startDate, month));

/** With a start the date, which comes from months; beside it the years, which come from flows at their ends. It opens to both. */
function payback(
  { payback: plain, discountedPayback }: FlowFigures,
  { years, startDate, paidBackMonth }: Pick<Asked, 'years' | 'startDate' | 'paidBackMonth'>,
): Omit<KeyFigure, 'id' | 'label'> {
  const discounted = discountedPayback === null ? 'discounted: none' : `discounted ${sayYears(discountedPayback)}`;
  if (plain === null) return { value: 'none', note: `not within ${formatCount(years, 'year')}` };
  if (startDate === null || paidBackMonth === null)
    return { value: sayYears(plain), note: sayBehind(plain, paidBackMonth) || discounted };
  return { value: dateOf(startDate, paidBackMonth), note: afterYears(plain) };
}

/** When it is the furthest behind: the month of the plan or, with a start, of the calendar. */
export function sayPeakMonth(month: number, startDate: Month | null): string {
  if (month === 0) return 'at the start';
  return startDate === null ? `in month ${month}` : `in ${dateOf(startDate, month)}`;
}

const models = (value: number | null): string => (value === null ? 'none' : formatCount(value, 'model'));

/** The figures over the charts, in the order in which a CFO asks for them. */
export function keyFigures(asked: Asked): readonly KeyFigure[] {
  const figures = computed(asked);
  if (!asked.withheld) return figures;
  return figures.map(({ value, ...figure }) => ({ ...figure, value: '–', note: `as assumed: ${value}` }));
}

function computed({
  comparison,
  breakEvens,
  peak: { peakFunding, peakFundingMonth },
  result: simulated,
  currency,
  midYear,
  years,
  startDate,
  paidBackMonth,
  digits,
  stale,
  peopleOpen,
}: Asked): readonly KeyFigure[] {
  const money = (value: number): string => formatRoundMoney(value, currency, digits);
  // An old spread beside a new value would be read as its own.
  const result = stale ? null : simulated;
  // The runs are of flows at year ends, whichever convention is looked at.
  const ends = (): string => (result === null ? 'computing' : `P10 ${money(result.p10)} · P90 ${money(result.p90)}`);
  const spread = midYear ? 'runs are at year ends' : ends();
  const breakEven = models(breakEvens.breakEvenNpv);
  return [
    {
      id: midYear ? 'npvMid' : 'npv',
      label: midYear ? 'Net present value, mid-year' : 'Net present value',
      value: money(midYear ? comparison.npvMid : comparison.npv),
      note: spread,
    },
    {
      id: 'chance',
      label: 'NPV above 0 in',
      value: peopleOpen ? '–' : result === null ? '…' : sayTenths(result.probabilityPositive),
      note: peopleOpen ? 'people unanswered' : 'if the model itself holds',
    },
    {
      id: 'peakFunding',
      label: 'Peak funding',
      value: peakFunding === 0 ? 'none' : money(peakFunding),
      note: peakFunding === 0 ? 'never behind' : sayPeakMonth(peakFundingMonth, startDate),
    },
    { id: 'payback', label: 'Payback', ...payback(comparison, { years, startDate, paidBackMonth }) },
    { id: 'irr', label: 'Internal rate of return', ...internal(comparison) },
    {
      id: 'roi',
      label: 'Return on investment',
      value: comparison.roi === null ? 'none' : `${formatNumber(comparison.roi, 1).replace('-', '−')} ×`,
      note: comparison.roi === null ? 'nothing more is put in' : 'undiscounted',
    },
    {
      id: 'breakEvenNpv',
      label: 'Breaks even from',
      value: breakEven,
      note: breakEvens.breakEvenNpv === null ? 'not up to 200 models' : `steady: ${models(breakEvens.breakEvenSteady)}`,
    },
  ];
}
