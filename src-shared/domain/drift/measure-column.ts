import { counted, sayQuantity, shortText } from '../base/wording';
import { categoryBins, type DriftBin, type DriftBinning, givenBins, rangeBins } from './bins';
import { chiSquareContingency, chiSquareGoodnessOfFit } from './chi-square';
import { type ColumnSample, distinctNumbers, type GivenCounts } from './column-sample';
import { columnType } from './column-type';
import { decileEdges, FEWEST_EDGES, innerEdges } from './deciles';
import { hellinger, jsBase2, jsNatural, lInf, psi, psiHalfCount, tvd } from './distances';
import type { BinningRule, ColumnDrift, DriftFigures } from './drift-result';
import { kolmogorovSmirnov } from './kolmogorov-smirnov';
import { driftNoise } from './noise';
import { driftVerdict, worstVerdict } from './verdict';
import { DRIFT_METRICS, type DriftBands, type DriftColumnKind, type MeasuredMetric } from './vocabulary';
import { allFinite, EVIDENTLY_FLOOR, populationDeviation, wasserstein, wassersteinNormed } from './wasserstein';

export interface MeasureOptions {
  /** The person's choice; otherwise the cells decide. */
  readonly type?: DriftColumnKind | undefined;
  /** Edges between bins, ascending and finite, instead of the deciles of the reference. */
  readonly edges?: readonly number[] | undefined;
  /** Bands by metric, in place of the usual ones. */
  readonly bands?: Readonly<Partial<Record<MeasuredMetric, DriftBands>>> | undefined;
}

const MOST_NEW_VALUES = 50;

/** The headline figures: JS base 2 and normed Wasserstein, with PSI beside them; maths.md D3. */
const DECIDING = ['jsBase2', 'psi', 'wassersteinNormed'] as const satisfies readonly MeasuredMetric[];

const NO_FIGURES: DriftFigures = {
  psi: null,
  jsBase2: null,
  jsNatural: null,
  hellinger: null,
  tvd: null,
  lInf: null,
  ksD: null,
  ksP: null,
  wasserstein: null,
  wassersteinNormed: null,
  chi2: null,
  chi2P: null,
  chi2Gof: null,
  chi2GofP: null,
  missingShare: null,
  newCategories: null,
  newShare: null,
};

/** A column that cannot be compared: every figure is `null`, and the note says why. */
export function unmeasured(column: string, nRef: number, nCur: number, note: string): ColumnDrift {
  return {
    column,
    kind: null,
    nRef,
    nCur,
    missing: { reference: null, current: null },
    metrics: NO_FIGURES,
    noise: null,
    withinNoise: false,
    binning: null,
    edges: null,
    bins: [],
    newValues: [],
    ksMethod: null,
    psiHalfCount: null,
    emptyBins: 0,
    adjusted: { ksP: null, chi2P: null },
    verdict: 'none',
    verdicts: {},
    notes: [note],
  };
}

/** All figures of one column from its cells on both sides; rules.md 6, maths.md D. */
export function measureColumn(
  column: string,
  reference: ColumnSample,
  current: ColumnSample,
  options: MeasureOptions = {},
): ColumnDrift {
  const { type, why } = columnType(reference, current, options.edges ? 'numeric' : options.type);
  if (type === 'none') {
    const missing = { reference: missingShare(reference), current: missingShare(current) };
    const result = unmeasured(column, reference.rows, current.rows, why);
    return { ...result, missing, metrics: { ...NO_FIGURES, missingShare: missing.current } };
  }
  const numeric = type === 'numeric';
  const edges = numeric ? (options.edges ?? decileEdges(reference.numbers)) : null;
  const ranges =
    edges &&
    (options.edges ? Float64Array.from(options.edges) : usableEdges(reference.numbers, Float64Array.from(edges)));
  const rule: BinningRule = ranges ? (options.edges ? 'edges_given' : 'deciles') : 'values';
  const binning = ranges
    ? rangeBins(reference, current, ranges)
    : categoryBins(ownCells(reference, numeric), ownCells(current, numeric));
  const result = overBins(column, binning, rule, {
    kind: ranges ? 'numeric' : 'categorical',
    nRef: reference.rows,
    nCur: current.rows,
    missing: {
      reference: missingShare(ownCells(reference, numeric)),
      current: missingShare(ownCells(current, numeric)),
    },
    edges: ranges && [Number.NEGATIVE_INFINITY, ...ranges, Number.POSITIVE_INFINITY],
  });
  const figures = numeric ? numberFigures(reference.numbers, current.numbers) : { figures: {}, ksMethod: null };
  const notes = [why, ...sampleNotes(reference, current, numeric), ...result.notes];
  return judged(
    {
      ...result,
      metrics: { ...result.metrics, ...figures.figures },
      ksMethod: figures.ksMethod,
      notes: notes.filter((note) => note !== null),
    },
    options.bands,
  );
}

/** All figures over bins from counts that somebody else made. */
export function measureCounts(
  column: string,
  reference: GivenCounts,
  current: GivenCounts,
  options: MeasureOptions = {},
): ColumnDrift {
  const [nRef, nCur] = [reference, current].map((counts) => [...counts.values()].reduce((sum, n) => sum + n, 0));
  if (!nRef || !nCur) {
    const note = `The ${nRef ? 'current sample' : 'reference'} has no rows: there is nothing to compare.`;
    return unmeasured(column, nRef ?? 0, nCur ?? 0, note);
  }
  const shape = { kind: 'categorical', nRef, nCur, missing: { reference: null, current: null }, edges: null } as const;
  return judged(overBins(column, givenBins(reference, current), 'counts_given', shape), options.bands);
}

const missingShare = ({ rows, missing }: ColumnSample): number | null => (rows === 0 ? null : missing / rows);

/** With a numeric column, texts are as good as missing. */
function ownCells(sample: ColumnSample, numeric: boolean): ColumnSample {
  return numeric ? { ...sample, missing: sample.rows - sample.numbers.length, texts: new Map() } : sample;
}

/** `null`: too few edges, or too few values for edges to stand between them. */
function usableEdges(reference: Float64Array, edges: Float64Array): Float64Array | null {
  const few = edges.length < FEWEST_EDGES || distinctNumbers(reference, FEWEST_EDGES) < FEWEST_EDGES;
  return few ? null : innerEdges(edges);
}

type Shape = Pick<ColumnDrift, 'kind' | 'nRef' | 'nCur' | 'missing' | 'edges'>;

function overBins(column: string, { bins, newValues }: DriftBinning, rule: BinningRule, shape: Shape): ColumnDrift {
  const [p, q] = [bins.map((bin) => bin.reference), bins.map((bin) => bin.current)];
  const chi2 = chiSquareContingency(p, q);
  const fit = chiSquareGoodnessOfFit(p, q);
  const occupied = bins.filter((bin) => bin.reference + bin.current > 0);
  const newRows = newValues.reduce((sum, { rows }) => sum + rows, 0);
  const rough = chi2 !== null && occupied.length > 1 && chi2.smallestExpected < 5;
  return {
    ...unmeasured(column, shape.nRef, shape.nCur, ''),
    ...shape,
    metrics: {
      ...NO_FIGURES,
      psi: psi(p, q),
      jsBase2: jsBase2(p, q),
      jsNatural: jsNatural(p, q),
      hellinger: hellinger(p, q),
      tvd: tvd(p, q),
      lInf: lInf(p, q),
      chi2: chi2?.statistic ?? null,
      chi2P: chi2?.p ?? null,
      chi2Gof: fit?.statistic ?? null,
      chi2GofP: fit?.p ?? null,
      missingShare: shape.missing.current,
      newCategories: rule === 'values' || rule === 'counts_given' ? newValues.length : null,
      newShare: rule === 'values' || rule === 'counts_given' ? newRows / shape.nCur : null,
    },
    noise: driftNoise(occupied.length, shape.nRef, shape.nCur),
    binning: rule,
    bins,
    newValues: newValues.slice(0, MOST_NEW_VALUES),
    psiHalfCount: psiHalfCount(
      occupied.map((bin) => bin.reference),
      occupied.map((bin) => bin.current),
    ),
    emptyBins: occupied.filter((bin) => bin.reference === 0 || bin.current === 0).length,
    notes: [...newValueNotes(occupied, newValues, shape.nCur), ...(rough ? [ROUGH] : [])],
  };
}

const ROUGH = 'Some bins expect fewer than 5 rows: the χ² p-values and the noise line are only rough.';

function newValueNotes(bins: readonly DriftBin[], newValues: DriftBinning['newValues'], nCur: number): string[] {
  const rows = newValues.reduce((sum, value) => sum + value.rows, 0);
  if (rows === 0) return [];
  const categories = bins.filter((bin) => bin.reference > 0 && bin.kind !== 'missing');
  const share = `${sayQuantity((100 * rows) / nCur)} % of the current rows`;
  const [only] = categories;
  if (categories.length === 1 && only?.kind === 'category') {
    return [`The reference is constant (${shortText(only.label)}): ${share} have a new value.`];
  }
  const names = newValues.slice(0, 3).map(({ value }) => `“${shortText(value)}”`);
  const more = newValues.length > 3 ? ` and ${newValues.length - 3} more` : '';
  return [`${counted(newValues.length, 'new value')} (${names.join(', ')}${more}) in ${share}.`];
}

function numberFigures(
  reference: Float64Array,
  current: Float64Array,
): { figures: Partial<DriftFigures>; ksMethod: ColumnDrift['ksMethod'] } {
  const ks = kolmogorovSmirnov(reference, current);
  // Divided by the spread of a constant the distance would be as large as the floor is small: it is a new value instead.
  const constant = distinctNumbers(reference, 2) === 1;
  const distance = wasserstein(reference, current);
  return {
    figures: {
      ksD: ks?.d ?? null,
      ksP: ks?.p ?? null,
      wasserstein: distance,
      wassersteinNormed: constant ? null : wassersteinNormed(distance, reference),
    },
    ksMethod: ks?.method ?? null,
  };
}

function sampleNotes(reference: ColumnSample, current: ColumnSample, numeric: boolean): string[] {
  const notes: string[] = [];
  const values = numeric ? current.numbers.length : current.rows - current.missing;
  if (values === 0) notes.push('The current sample has no values in this column: all are missing.');
  if (!numeric) return notes;
  const deviation = populationDeviation(reference.numbers) ?? 0;
  if (deviation > 0 && deviation < EVIDENTLY_FLOOR) {
    notes.push(
      `The reference has a standard deviation of ${sayQuantity(deviation)}: the normed Wasserstein distance is divided by that. Evidently divides by at least ${EVIDENTLY_FLOOR} and would show a smaller figure.`,
    );
  }
  const infinite = infinities(reference.numbers) + infinities(current.numbers);
  if (infinite > 0) {
    notes.push(
      `${counted(infinite, 'value')} of both sides ${infinite === 1 ? 'is' : 'are'} infinite: counted in the outermost bins; the Wasserstein distance does not exist.`,
    );
  }
  return notes;
}

function infinities(ascending: Float64Array): number {
  if (allFinite(ascending)) return 0;
  return ascending.reduce((count, value) => (Number.isFinite(value) ? count : count + 1), 0);
}

/** Adds the verdicts. A figure over bins that lies below its noise line is no drift, however few or many bins there are. */
function judged(result: ColumnDrift, bands: MeasureOptions['bands']): ColumnDrift {
  const rows = { reference: result.nRef, current: result.nCur };
  const { noise, metrics } = result;
  const lines: Partial<Record<MeasuredMetric, number>> = noise ? { psi: noise.psi95, jsBase2: noise.js95 } : {};
  const inNoise = (metric: MeasuredMetric): boolean => (metrics[metric] ?? Infinity) < (lines[metric] ?? 0);
  const verdicts: Partial<Record<MeasuredMetric, ColumnDrift['verdict']>> = {};
  for (const metric of DECIDING) {
    // Codes have an order only by chance: how far they moved says nothing.
    if (metric === 'wassersteinNormed' && result.kind !== 'numeric') continue;
    const spec = DRIFT_METRICS[metric];
    const value = inNoise(metric) ? 0 : metrics[metric];
    const verdict = driftVerdict(value, bands?.[metric] ?? spec.bands, spec.direction, rows);
    if (verdict !== 'none') verdicts[metric] = verdict;
  }
  return {
    ...result,
    verdicts,
    verdict: worstVerdict(Object.values(verdicts)),
    withinNoise: noise !== null && inNoise('psi') && inNoise('jsBase2'),
  };
}
