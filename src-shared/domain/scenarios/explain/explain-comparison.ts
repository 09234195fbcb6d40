import { counted } from '../../base/wording';
import { MOST_MODELS } from '../finance/break-even';
import type { Comparison } from '../plan/project';
import { sayFigure, sayPercent } from './say-figure';

export type FigureKey =
  | 'npv'
  | 'npvMid'
  | 'irr'
  | 'mirr'
  | 'payback'
  | 'discountedPayback'
  | 'roi'
  | 'roiPresentValue'
  | 'breakEvenSteady'
  | 'breakEvenNpv';

/** A figure of a comparison, opened. */
export interface FigureExplanation {
  readonly key: FigureKey;
  readonly value: number | null;
  /** The formula in words. */
  readonly words: string;
  /** The same with the numbers put in, or why there is no value. */
  readonly numbers: string;
}

function terms(flows: readonly number[], rate: number, shift: number): string {
  const years = flows.slice(1).map((flow, at) => `${sayFigure(flow)} / ${sayFigure(1 + rate)}^${at + 1 - shift}`);
  return [sayFigure(flows[0] ?? 0), ...years].join(' + ');
}

function irrReason({ irrNote, irrBeyond, irrAll, signChanges }: Comparison): string {
  if (irrBeyond !== null)
    return `There is one rate and it is ${irrBeyond === 'above' ? 'above 1,000%' : 'below -99%'}.`;
  if (irrAll === null)
    return irrNote === 'ok'
      ? 'The flows change sign once: the rate is unique.'
      : 'The flows never change sign: no rate makes them 0.';
  const found = irrAll.length === 0 ? 'no rate makes them 0' : `they are 0 at ${irrAll.map(sayPercent).join(' and ')}`;
  return `The flows change sign ${signChanges} times and ${found}: no single rate can be given, read the NPV and the MIRR.`;
}

function years(value: number | null): string {
  return value === null ? 'The running sum is still negative at the end of the plan.' : counted(value, 'year');
}

function models(value: number | null, most: number): string {
  return value === null ? `Not with any number of models up to ${most}.` : counted(value, 'model');
}

/** Every figure of a comparison with its formula; `rate` is the discount rate of the case. */
export function explainComparison(comparison: Comparison, rate: number): FigureExplanation[] {
  const { flows } = comparison;
  const later = flows.slice(1).reduce((sum, flow) => sum + flow, 0);
  const now = flows[0] ?? 0;
  const told: readonly (readonly [key: FigureKey, words: string, numbers: string])[] = [
    ['npv', 'flow now + each year’s flow / (1 + rate)^year', terms(flows, rate, 0)],
    ['npvMid', 'the same with each flow in the middle of its year', terms(flows, rate, 0.5)],
    ['irr', 'the rate at which the NPV is 0, where there is exactly one', irrReason(comparison)],
    [
      'mirr',
      '(positive flows carried to the end / negative flows now)^(1 / years) − 1',
      comparison.mirr === null ? 'It needs both positive and negative flows.' : `at ${sayPercent(rate)} both ways`,
    ],
    ['payback', 'years until the running sum of the flows is no longer negative, for good', years(comparison.payback)],
    ['discountedPayback', 'the same with discounted flows', years(comparison.discountedPayback)],
    [
      'roi',
      '(flows of all years + flow now) / what is put in now',
      comparison.roi === null
        ? 'Nothing more is put in now.'
        : `(${sayFigure(later)} + ${sayFigure(now)}) / ${sayFigure(-now)}`,
    ],
    [
      'roiPresentValue',
      'NPV / present value of all negative flows',
      comparison.roiPresentValue === null
        ? 'No flow is negative.'
        : `${sayFigure(comparison.npv)} / what is paid, discounted`,
    ],
    [
      'breakEvenSteady',
      'the fewest models from which on the yearly cost, investment spread over the plan, is no higher',
      models(comparison.breakEvenSteady, MOST_MODELS.steady),
    ],
    [
      'breakEvenNpv',
      'the fewest models, all deployed in year 1, from which on the NPV is not negative',
      models(comparison.breakEvenNpv, MOST_MODELS.npv),
    ],
  ];
  return told.map(([key, words, numbers]) => ({ key, value: comparison[key], words, numbers }));
}
