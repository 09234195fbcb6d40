import type { DriftMetric } from './vocabulary';

/** One test of another tool: under which names it comes, what it is here, and when that tool itself says drift. */
export interface ToolTest {
  readonly names: readonly string[];
  readonly metric: DriftMetric;
  /** How the tool compares its score with its threshold. */
  readonly drift: 'below' | 'at_or_below' | 'above' | 'at_or_above';
  readonly threshold: number;
}

/**
 * The twenty tests of Evidently by short and display name (formats.md 1, read from its source). The direction cannot be
 * told from the name: nine of the twelve tests whose score is a p-value do not say so, TVD is one of them.
 */
export const EVIDENTLY_TESTS: readonly ToolTest[] = [
  { names: ['chisquare', 'chi-square p_value'], metric: 'chi2GofP', drift: 'below', threshold: 0.05 },
  { names: ['z', 'Z-test p_value'], metric: 'zP', drift: 'below', threshold: 0.05 },
  { names: ['t_test'], metric: 'tP', drift: 'below', threshold: 0.05 },
  { names: ['anderson', 'Anderson-Darling'], metric: 'andersonP', drift: 'below', threshold: 0.1 },
  { names: ['fisher_exact', "Fisher's Exact test"], metric: 'fisherP', drift: 'below', threshold: 0.1 },
  { names: ['g_test'], metric: 'gP', drift: 'below', threshold: 0.1 },
  { names: ['es', 'Epps-Singleton'], metric: 'eppsSingletonP', drift: 'below', threshold: 0.05 },
  { names: ['mannw', 'Mann-Whitney U-rank test'], metric: 'mannWhitneyP', drift: 'below', threshold: 0.05 },
  { names: ['empirical_mmd'], metric: 'mmdP', drift: 'below', threshold: 0.1 },
  { names: ['TVD', 'Total-Variation-Distance'], metric: 'tvdP', drift: 'below', threshold: 0.1 },
  { names: ['ks', 'K-S p_value'], metric: 'ksP', drift: 'at_or_below', threshold: 0.05 },
  { names: ['cramer_von_mises', 'Cramer-von Mises'], metric: 'cramerVonMisesP', drift: 'at_or_below', threshold: 0.1 },
  { names: ['psi', 'PSI'], metric: 'psi', drift: 'at_or_above', threshold: 0.1 },
  { names: ['jensenshannon', 'Jensen-Shannon distance'], metric: 'jsNatural', drift: 'at_or_above', threshold: 0.1 },
  {
    names: ['wasserstein', 'Wasserstein distance (normed)'],
    metric: 'wassersteinNormed',
    drift: 'at_or_above',
    threshold: 0.1,
  },
  { names: ['kl_div', 'Kullback-Leibler divergence'], metric: 'kl', drift: 'at_or_above', threshold: 0.1 },
  { names: ['hellinger', 'Hellinger distance'], metric: 'hellinger', drift: 'at_or_above', threshold: 0.1 },
  { names: ['ed', 'Energy-distance'], metric: 'energyDistance', drift: 'above', threshold: 0.1 },
  {
    names: ['abs_text_content_drift', 'Absolute text content drift'],
    metric: 'textDriftAuc',
    drift: 'above',
    threshold: 0.55,
  },
  {
    names: ['perc_text_content_drift', 'Percentile text content drift'],
    metric: 'textDriftPercentile',
    drift: 'above',
    threshold: 0.95,
  },
];

/**
 * The univariate methods of NannyML (formats.md 2). Its alert is against the spread of its reference chunks, which only
 * its own alert column tells; the KS value is the statistic, not the p-value, and so is the χ² value.
 */
export const NANNYML_METHODS: Readonly<Record<string, DriftMetric>> = {
  kolmogorov_smirnov: 'ksD',
  jensen_shannon: 'jsBase2',
  wasserstein: 'wasserstein',
  hellinger: 'hellinger',
  l_infinity: 'lInf',
  chi2: 'chi2',
};

/** The test of that short or display name, letters' case aside; `null`: unknown, so its verdict is unknown too. */
export function evidentlyTest(name: string): ToolTest | null {
  const wanted = name.trim().toLowerCase();
  return EVIDENTLY_TESTS.find((test) => test.names.some((known) => known.toLowerCase() === wanted)) ?? null;
}

/** What the tool itself would say of a score: `true` is drift. */
export function toolSaysDrift(test: Pick<ToolTest, 'drift'>, score: number, threshold: number): boolean {
  if (test.drift === 'below') return score < threshold;
  if (test.drift === 'at_or_below') return score <= threshold;
  return test.drift === 'above' ? score > threshold : score >= threshold;
}
