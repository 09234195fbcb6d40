/** What drift is measured by, and how each figure is to be read; rules.md 6, maths.md D1 and D2. */

/** `lower`: drift is below the band (p-values); `unknown`: nobody has said, so no verdict is made. */
export const DRIFT_DIRECTIONS = ['higher', 'lower', 'unknown'] as const;
export type DriftDirection = (typeof DRIFT_DIRECTIONS)[number];

/** Verdict on one figure. `none`: there is no value, no band or no known direction. */
export const DRIFT_VERDICTS = ['act', 'watch', 'ok', 'too_few_rows', 'none'] as const;
export type DriftVerdict = (typeof DRIFT_VERDICTS)[number];
export const DRIFT_VERDICT_LABELS: Readonly<Record<DriftVerdict, string>> = {
  act: 'Act',
  watch: 'Watch',
  ok: 'Ok',
  too_few_rows: 'Too few rows',
  none: 'No verdict',
};

/** Who asked for retraining: a run of results at act, or somebody. */
export const RETRAINING_ASKERS = ['drift', 'person'] as const;
export type RetrainingAsker = (typeof RETRAINING_ASKERS)[number];

/**
 * How an item ended: by a version that went live, decided against, without a word on it (as it could be before), or because a
 * changed band or rule took its ground away.
 */
export const RETRAINING_OUTCOMES = ['live', 'against', 'not_said', 'no_ground'] as const;
export type RetrainingOutcome = (typeof RETRAINING_OUTCOMES)[number];

/**
 * Where an item stands; `ran_out`: decided against until a day that has passed, while the model is still at act; `retired`: the
 * model ended before it did.
 */
export const RETRAINING_STATES = ['due', 'in_work', 'ran_out', 'retired', ...RETRAINING_OUTCOMES] as const;
export type RetrainingState = (typeof RETRAINING_STATES)[number];

export const RETRAINING_STATE_LABELS: Readonly<Record<RetrainingState, string>> = {
  due: 'Due',
  in_work: 'In work',
  ran_out: 'Decision has run out',
  retired: 'Model retired',
  live: 'Live',
  against: 'Decided against',
  not_said: 'Resolved',
  no_ground: 'No longer asked for',
};

export const DRIFT_COLUMN_KINDS = ['numeric', 'categorical'] as const;
export type DriftColumnKind = (typeof DRIFT_COLUMN_KINDS)[number];

/** The figures that `drift.measure` answers with, by the names that scripts read. */
export const MEASURED_METRICS = [
  'psi',
  'jsBase2',
  'jsNatural',
  'hellinger',
  'tvd',
  'lInf',
  'ksD',
  'ksP',
  'wasserstein',
  'wassersteinNormed',
  'chi2',
  'chi2P',
  'chi2Gof',
  'chi2GofP',
  'missingShare',
  'newCategories',
  'newShare',
] as const;
export type MeasuredMetric = (typeof MEASURED_METRICS)[number];

/** Figures that only other tools compute; they are brought in and shown as they came. */
export const FOREIGN_METRICS = [
  'kl',
  'zP',
  'tP',
  'andersonP',
  'fisherP',
  'gP',
  'eppsSingletonP',
  'mannWhitneyP',
  'mmdP',
  'tvdP',
  'cramerVonMisesP',
  'energyDistance',
  'textDriftAuc',
  'textDriftPercentile',
  'reconstructionError',
  'domainClassifierAuc',
  'driftedShare',
  'passRate',
  'winRate',
  'judgeScore',
] as const;
export type ForeignMetric = (typeof FOREIGN_METRICS)[number];

export type DriftMetric = MeasuredMetric | ForeignMetric;

/** From these values on; for `lower` directions, from these values down. */
export interface DriftBands {
  readonly watch: number;
  readonly act: number;
}

export interface DriftMetricSpec {
  readonly label: string;
  /** What the figure is: a p-value is compared downwards, a statistic grows with the rows and has no band of its own. */
  readonly family: 'distance' | 'p_value' | 'statistic' | 'share' | 'count' | 'score' | 'rate' | 'judged';
  readonly direction: DriftDirection;
  /** Computed over bins: two series are drawn on one axis only if their binning agrees. */
  readonly binned: boolean;
  /** Of the logarithm, where one is in the formula. */
  readonly logBase: '2' | 'e' | null;
  /** `null`: no value is drift by itself; the figure is shown without a verdict until somebody sets a band. */
  readonly bands: DriftBands | null;
}

const distance = (label: string, bands: DriftBands | null, logBase: '2' | 'e' | null = null): DriftMetricSpec => ({
  label,
  family: 'distance',
  direction: 'higher',
  binned: true,
  logBase,
  bands,
});

const pValue = (label: string, binned = false, bands: DriftBands = { watch: 0.05, act: 0.01 }): DriftMetricSpec => ({
  label,
  family: 'p_value',
  direction: 'lower',
  binned,
  logBase: null,
  bands,
});

const other = (
  label: string,
  family: DriftMetricSpec['family'],
  bands: DriftBands | null,
  binned = false,
): DriftMetricSpec => ({ label, family, direction: 'higher', binned, logBase: null, bands });

/** What an evaluation gave, higher being better: what is good enough only whoever runs the model can say. */
const evaluation = (label: string, family: 'rate' | 'judged'): DriftMetricSpec => ({
  label,
  family,
  direction: 'lower',
  binned: false,
  logBase: null,
  bands: null,
});

/**
 * Label, direction and default bands. PSI as in credit practice; JS, Hellinger, L∞ and normed Wasserstein begin to watch
 * at the limits of Evidently, NannyML and Azure ML (0.1), the second limit is ours; p-values as Evidently and whylogs.
 */
export const DRIFT_METRICS: Readonly<Record<DriftMetric, DriftMetricSpec>> = {
  psi: distance('PSI', { watch: 0.1, act: 0.25 }, 'e'),
  jsBase2: distance('JS distance (base 2)', { watch: 0.1, act: 0.2 }, '2'),
  jsNatural: distance('JS distance (natural)', { watch: 0.1, act: 0.2 }, 'e'),
  hellinger: distance('Hellinger distance', { watch: 0.1, act: 0.2 }),
  tvd: distance('Total variation distance', { watch: 0.1, act: 0.2 }),
  lInf: distance('L∞ distance', { watch: 0.1, act: 0.2 }),
  ksD: { ...distance('KS statistic D', { watch: 0.1, act: 0.2 }), binned: false },
  ksP: pValue('KS p-value'),
  wasserstein: { ...distance('Wasserstein distance', null), binned: false },
  wassersteinNormed: { ...distance('Wasserstein distance (normed)', { watch: 0.1, act: 0.3 }), binned: false },
  chi2: other('χ² (contingency)', 'statistic', null, true),
  chi2P: pValue('χ² p-value (contingency)', true),
  chi2Gof: other('χ² (reference as expected)', 'statistic', null, true),
  chi2GofP: pValue('χ² p-value (reference as expected)', true),
  missingShare: other('Missing values', 'share', null),
  newCategories: other('New categories', 'count', null),
  newShare: other('Rows in new categories', 'share', null),
  kl: distance('Kullback–Leibler divergence', { watch: 0.1, act: 0.25 }, 'e'),
  zP: pValue('Z-test p-value'),
  tP: pValue('t-test p-value'),
  andersonP: pValue('Anderson–Darling p-value'),
  fisherP: pValue('Fisher’s exact p-value'),
  gP: pValue('G-test p-value'),
  eppsSingletonP: pValue('Epps–Singleton p-value'),
  mannWhitneyP: pValue('Mann–Whitney p-value'),
  mmdP: pValue('MMD p-value'),
  tvdP: pValue('Total variation p-value'),
  cramerVonMisesP: pValue('Cramér–von Mises p-value'),
  energyDistance: { ...distance('Energy distance', { watch: 0.1, act: 0.2 }), binned: false },
  textDriftAuc: other('Text drift (classifier AUC)', 'score', { watch: 0.55, act: 0.65 }),
  textDriftPercentile: other('Text drift (percentile)', 'score', { watch: 0.95, act: 0.99 }),
  reconstructionError: other('Reconstruction error', 'score', null),
  domainClassifierAuc: other('Domain classifier (AUC)', 'score', { watch: 0.65, act: 0.75 }),
  driftedShare: other('Share of drifted columns', 'share', { watch: 0.25, act: 0.5 }),
  passRate: evaluation('Pass rate', 'rate'),
  winRate: evaluation('Win rate', 'rate'),
  judgeScore: evaluation('Judge score', 'judged'),
};

export function isDriftMetric(id: string): id is DriftMetric {
  return Object.hasOwn(DRIFT_METRICS, id);
}

/** How to read a stored metric; one that we do not know keeps its name and gets no verdict. */
export function driftMetricSpec(id: string): DriftMetricSpec {
  if (isDriftMetric(id)) return DRIFT_METRICS[id];
  return { label: id, family: 'score', direction: 'unknown', binned: false, logBase: null, bands: null };
}

/** Whether somebody or something judged each answer: who it was (the method) makes another series; rules.md 6. */
export const isEvaluation = (metric: string): boolean => ['rate', 'judged'].includes(driftMetricSpec(metric).family);
/** A share of n answers, which is judged by its interval. */
export const isRate = (metric: string): boolean => driftMetricSpec(metric).family === 'rate';

/** Below this many rows on a side a verdict says so instead; rules.md 6. */
export const FEWEST_ROWS = 500;
