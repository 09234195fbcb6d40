import type { Distribution } from '#domain/drift/result-columns';
import { asFinite, asList, asObject, type JsonObject } from './json-shape';

/**
 * The two small histograms that older reports carry beside a score, as one distribution. Categories are counts, numbers
 * are densities over edges of their own for each side: only where both sides have the same edges can they be laid over
 * each other, and so anything else is `null`.
 */
export function smallDistributions(
  columnType: string,
  reference: JsonObject | null,
  current: JsonObject | null,
): Distribution | null {
  const [left, right] = [histogram(reference), histogram(current)];
  if (!left || !right) return null;
  return columnType === 'cat' ? ofCategories(left, right) : ofNumbers(left, right);
}

interface Histogram {
  readonly x: readonly unknown[];
  readonly y: readonly number[];
}

function histogram(side: JsonObject | null): Histogram | null {
  const small = asObject(side?.small_distribution);
  const y = asList(small?.y).map(asFinite);
  if (!small || y.length === 0 || y.length > 1000) return null;
  const numbers = y.filter((value) => value !== null && value >= 0);
  return numbers.length === y.length ? { x: asList(small.x), y: numbers as number[] } : null; // none was filtered out
}

function ofCategories(left: Histogram, right: Histogram): Distribution | null {
  const labels = [...new Set([...left.x, ...right.x].map((label) => String(label).slice(0, 500)))];
  if (labels.length > 1000) return null;
  const counts = ({ x, y }: Histogram): number[] =>
    labels.map((label) => y[x.findIndex((one) => String(one).slice(0, 500) === label)] ?? 0);
  return { bins: labels, edges: null, reference: counts(left), current: counts(right) };
}

function ofNumbers(left: Histogram, right: Histogram): Distribution | null {
  const edges = left.x.map(asFinite).filter((edge) => edge !== null);
  const same = edges.length === left.x.length && edges.every((edge, i) => edge === right.x[i]);
  if (!same || right.x.length !== edges.length || edges.length !== left.y.length + 1) return null;
  const shares = ({ y }: Histogram): number[] =>
    y.map((density, i) => density * ((edges[i + 1] ?? 0) - (edges[i] ?? 0)));
  const bins = left.y.map((_, i) => `${short(edges[i])} – ${short(edges[i + 1])}`);
  return { bins, edges: edges.slice(1, -1), reference: shares(left), current: shares(right) };
}

const short = (edge: number | undefined): string => String(Number((edge ?? 0).toPrecision(6)));
