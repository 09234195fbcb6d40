import type { Pair } from '../plan/comparison-flows';
import type { InvestmentInputs } from '../plan/inputs';
import type { Comparison } from '../plan/project';
import { sayTime } from '../plan/say-result';
import { explainByNpv, explainSteady } from './explain-break-even';
import { discountedPaybackTerms, discountedTerms, mirrTerms, paidTerms, paybackTerms } from './explain-flows';
import { sayFactor, sayPercent } from './say-figure';

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

const NOT_BACK = 'The running sum is still negative at the end of the plan.';

function irrReason({ flows, irr, irrNote, irrBeyond, irrAll, signChanges }: Comparison): string {
  if (irrBeyond !== null)
    return `There is one rate and it is ${irrBeyond === 'above' ? 'above 1,000%' : 'below -99%'}.`;
  if (irr !== null && irrAll === null) {
    return `at ${sayFactor(100 * irr)}%: ${discountedTerms(flows, irr)} = 0; the flows change sign once, so the rate is unique.`;
  }
  if (irrAll === null)
    return irrNote === 'ok'
      ? 'The flows change sign once: the rate is unique.'
      : 'The flows never change sign: no rate makes them 0.';
  const found = irrAll.length === 0 ? 'no rate makes them 0' : `they are 0 at ${irrAll.map(sayPercent).join(' and ')}`;
  return `The flows change sign ${signChanges} times and ${found}: no single rate can be given, read the NPV and the MIRR.`;
}

/** `2 + 12 / 34 = 2.35294 years (2 years 4 months)` */
function backWords(value: number | null, terms: (back: number) => string): string {
  if (value === null) return NOT_BACK;
  if (value === 0) return 'The running sum is never negative.';
  return `${terms(value)} = ${sayFactor(value)} years (${sayTime(value)})`;
}

/** Every figure of a comparison with its formula, from numbers by which a calculator comes to the same. */
export function explainComparison(comparison: Comparison, inputs: InvestmentInputs, pair: Pair): FigureExplanation[] {
  const { flows, mirr, roi, roiPresentValue, payback, discountedPayback } = comparison;
  const rate = inputs.discountRate;
  const later = flows.slice(1).reduce((sum, flow) => sum + flow, 0);
  const now = flows[0] ?? 0;
  const told: readonly (readonly [key: FigureKey, words: string, numbers: string])[] = [
    [
      'npv',
      'flow now + each year’s flow / (1 + rate)^year',
      `${discountedTerms(flows, rate)} = ${sayFactor(comparison.npv)}`,
    ],
    [
      'npvMid',
      'the same with each flow in the middle of its year',
      `${discountedTerms(flows, rate, 0.5)} = ${sayFactor(comparison.npvMid)}`,
    ],
    ['irr', 'the rate at which the NPV is 0, where there is exactly one', irrReason(comparison)],
    [
      'mirr',
      '(positive flows carried to the end / negative flows now)^(1 / years) − 1, at the discount rate both ways',
      mirr === null
        ? 'It needs both positive and negative flows.'
        : `${mirrTerms(flows, rate)} = ${sayFactor(mirr)} (${sayPercent(mirr)})`,
    ],
    [
      'payback',
      'whole years before the running sum of the flows is no longer negative, for good, + what is then missing / the next year’s flow',
      backWords(payback, (back) => paybackTerms(flows, back)),
    ],
    [
      'discountedPayback',
      'the same with discounted flows',
      backWords(discountedPayback, (back) => discountedPaybackTerms(flows, rate, back)),
    ],
    [
      'roi',
      '(flows of all years + flow now) / what is put in now',
      roi === null
        ? 'Nothing more is put in now.'
        : `(${sayFactor(later)} + ${sayFactor(now)}) / ${sayFactor(-now)} = ${sayFactor(roi)}`,
    ],
    [
      'roiPresentValue',
      'NPV / present value of all negative flows',
      roiPresentValue === null
        ? 'No flow is negative.'
        : `${sayFactor(comparison.npv)} / (${paidTerms(flows, rate)}) = ${sayFactor(roiPresentValue)}`,
    ],
    [
      'breakEvenSteady',
      'the fewest models from which on the yearly cost is no higher: what is put in × the even yearly payment for 1 over the plan + operating + updates + incidents + platform + deploying',
      explainSteady(inputs, pair, comparison.breakEvenSteady),
    ],
    [
      'breakEvenNpv',
      'the fewest models, all deployed in year 1, from which on the NPV is not negative',
      explainByNpv(inputs, pair, comparison.breakEvenNpv),
    ],
  ];
  return told.map(([key, words, numbers]) => ({ key, value: comparison[key], words, numbers }));
}
