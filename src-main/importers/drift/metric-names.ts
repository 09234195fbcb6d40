import { words } from '#domain/base/fold';
import { DRIFT_METRICS, type DriftMetric, isDriftMetric } from '#domain/drift/vocabulary';

/** Names under which figures come in tables, as plain words; what could be two things is not among them. */
const NAMES: Readonly<Record<string, DriftMetric>> = {
  'population stability index': 'psi',
  'stability index': 'psi',
  'js base 2': 'jsBase2',
  'js natural': 'jsNatural',
  hellinger: 'hellinger',
  'total variation': 'tvd',
  'tv distance': 'tvd',
  'total variation distance': 'tvd',
  'l infinity': 'lInf',
  'l infinity distance': 'lInf',
  linf: 'lInf',
  'ks d': 'ksD',
  'ks statistic': 'ksD',
  'k s statistic': 'ksD',
  'kolmogorov smirnov statistic': 'ksD',
  'ks p': 'ksP',
  'ks pvalue': 'ksP',
  'ks p value': 'ksP',
  'k s p value': 'ksP',
  'kolmogorov smirnov p value': 'ksP',
  wasserstein: 'wasserstein',
  'wasserstein distance': 'wasserstein',
  emd: 'wasserstein',
  'earth movers distance': 'wasserstein',
  'wasserstein normed': 'wassersteinNormed',
  'wasserstein distance normed': 'wassersteinNormed',
  'normed wasserstein': 'wassersteinNormed',
  'normalized wasserstein distance': 'wassersteinNormed',
  'missing share': 'missingShare',
  'share of missing values': 'missingShare',
  'new categories': 'newCategories',
  'pass rate': 'passRate',
  'share passed': 'passRate',
  'test pass rate': 'passRate',
  'win rate': 'winRate',
  'judge score': 'judgeScore',
  'llm judge score': 'judgeScore',
  'evaluation score': 'judgeScore',
  erfolgsquote: 'passRate',
  bestehensquote: 'passRate',
  'drifted share': 'driftedShare',
  'share of drifted columns': 'driftedShare',
  'reconstruction error': 'reconstructionError',
  'kl divergence': 'kl',
  'kullback leibler divergence': 'kl',
  'z test p value': 'zP',
  't test p value': 'tP',
};

/** Jensen–Shannon distances: which of the two it is, only the base of the logarithm says. */
const JS = new Set([
  'js',
  'js distance',
  'jensen shannon',
  'jensen shannon distance',
  'jensenshannon',
  'jensenshannon distance',
]);

/**
 * The figure that a name in a table stands for. A name that may mean two things, or nothing known, stays what it is: a
 * figure without a direction, and so without a verdict of ours.
 */
export function metricNamed(name: string, base: '2' | 'e' | null): string {
  const trimmed = name.trim();
  if (isDriftMetric(trimmed)) return trimmed;
  const plain = words(trimmed);
  if (JS.has(plain)) return base === '2' ? 'jsBase2' : base === 'e' ? 'jsNatural' : trimmed;
  return NAMES[plain] ?? BY_LABEL.get(plain) ?? trimmed;
}

const BY_LABEL: ReadonlyMap<string, DriftMetric> = new Map(
  Object.entries(DRIFT_METRICS).flatMap(([id, { label }]) =>
    isDriftMetric(id)
      ? [
          [words(label), id],
          [words(id), id],
        ]
      : [],
  ),
);
