import { type ColumnSample, categoryCounts, distinctNumbers, type GivenCounts } from './column-sample';
import { countBins } from './deciles';

/** `range`: numbers from (in) to (out), `null` = open; `other`: rare values together; `new`: not in the reference. */
export interface DriftBin {
  readonly kind: 'range' | 'category' | 'other' | 'new' | 'missing';
  readonly label: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly reference: number;
  readonly current: number;
}

export interface DriftBinning {
  readonly bins: readonly DriftBin[];
  /** Different values of the current sample that the reference does not have; empty for ranges. */
  readonly newValues: readonly { readonly value: string; readonly rows: number }[];
}

/** Categories of the reference below this share are merged; maths.md D3. */
const RARE_SHARE = 0.01;

/** Numbers with more different values than this are a measurement, not a set of codes. */
const MOST_CODES = 50;

const named = (kind: DriftBin['kind'], label: string, reference: number, current: number): DriftBin => ({
  kind,
  label,
  from: null,
  to: null,
  reference,
  current,
});

/** A bin that neither side has rows in is left out: it says nothing and would count as a degree of freedom. */
const filled = (bins: readonly DriftBin[]): DriftBin[] => bins.filter((bin) => bin.reference + bin.current > 0);

/** Ranges between the edges; what is missing, or no number, has a bin of its own. */
export function rangeBins(reference: ColumnSample, current: ColumnSample, inner: ArrayLike<number>): DriftBinning {
  const [p, q] = [countBins(reference.numbers, inner), countBins(current.numbers, inner)];
  const ranges = p.map((count, bin): DriftBin => {
    const [from = null, to = null] = [inner[bin - 1], inner[bin]];
    return { kind: 'range', label: rangeLabel(from, to), from, to, reference: count, current: q[bin] ?? 0 };
  });
  const missing = named(
    'missing',
    'missing',
    reference.rows - reference.numbers.length,
    current.rows - current.numbers.length,
  );
  return { bins: [...ranges, ...filled([missing])], newValues: [] };
}

function rangeLabel(from: number | null, to: number | null): string {
  const say = (edge: number): string => String(Number(edge.toPrecision(6)));
  if (from === null) return to === null ? 'all values' : `< ${say(to)}`;
  return to === null ? `≥ ${say(from)}` : `${say(from)} to < ${say(to)}`;
}

/**
 * One bin a category of the reference; those below 1 % of its known rows are *other*, values that it does not have are
 * *new*, and missing ones have their own. Where rare values of a measurement are merged (a number with more than 50
 * different values, such as rainfall that is mostly 0), an unseen number is *other* too: it is not a new category.
 */
export function categoryBins(reference: ColumnSample, current: ColumnSample): DriftBinning {
  const [p, q] = [categoryCounts(reference), categoryCounts(current)];
  const known = reference.rows - reference.missing;
  const frequent = [...p]
    .filter(([, count]) => count >= RARE_SHARE * known)
    .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const merged = new Set(p.keys());
  for (const [category] of frequent) merged.delete(category);
  const measured = merged.size > 0 && distinctNumbers(reference.numbers, MOST_CODES + 1) > MOST_CODES;
  const rare = sumOf(merged, p);
  let [rareNow, newRows] = [0, 0];
  const newValues: { value: string; rows: number }[] = [];
  for (const [category, rows] of q) {
    if (merged.has(category)) rareNow += rows;
    else if (p.has(category)) continue;
    else if (measured && !current.texts.has(category)) rareNow += rows;
    else {
      newRows += rows;
      newValues.push({ value: category, rows });
    }
  }
  const categories = frequent.map(([category, count]) => named('category', category, count, q.get(category) ?? 0));
  const rest = filled([
    named('other', 'other', rare, rareNow),
    named('new', 'new', 0, newRows),
    named('missing', 'missing', reference.missing, current.missing),
  ]);
  return { bins: [...categories, ...rest], newValues: newValues.toSorted((a, b) => b.rows - a.rows) };
}

function sumOf(categories: ReadonlySet<string>, counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const category of categories) sum += counts.get(category) ?? 0;
  return sum;
}

/** Bins as they were given, none merged, in the order of the reference; a bin that only one side names is 0 in the other. */
export function givenBins(reference: GivenCounts, current: GivenCounts): DriftBinning {
  const labels = [...new Set([...reference.keys(), ...current.keys()])];
  const bins = filled(
    labels.map((label) => named('category', label, reference.get(label) ?? 0, current.get(label) ?? 0)),
  );
  const newValues = bins.filter((bin) => bin.reference === 0).map((bin) => ({ value: bin.label, rows: bin.current }));
  return { bins, newValues };
}
