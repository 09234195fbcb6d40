import type { UpdateFrequency } from '../vocabulary';
import type { RecordedModel } from './recorded-releases';
import type { UpdatesPerYear } from './update-frequency';

/** A model whose noted frequency and recorded updates differ. */
export interface UpdateDifference {
  readonly modelId: string;
  readonly name: string;
  readonly frequency: UpdateFrequency;
  /** Updates that the noted frequency asks for over the model's time in production in the last twelve months. */
  readonly noted: number;
  readonly recorded: number;
}

export interface UpdateDifferences {
  /** Those that make four fifths of the difference, the largest first; at most five. */
  readonly most: readonly UpdateDifference[];
  /** Their part of the difference over all models, 0–1. */
  readonly share: number;
}

const MOST_NAMED = 5;
/** The share that is called most, as in `EVIDENCE_SHARES`. */
const MOST = 0.8;

interface Gap {
  readonly model: RecordedModel;
  readonly frequency: UpdateFrequency;
  readonly noted: number;
  readonly size: number;
}

/** The largest first; of equals the first by name, and of one name by id. */
const larger = (a: Gap, b: Gap): number =>
  b.size - a.size ||
  a.model.name.localeCompare(b.model.name) ||
  (a.model.modelId < b.model.modelId ? -1 : a.model.modelId > b.model.modelId ? 1 : 0);

/** Which models make most of the difference between the updates that are noted and those that are recorded. */
export function mostOfTheDifference(
  models: readonly RecordedModel[],
  updatesPerYear: UpdatesPerYear,
): UpdateDifferences {
  const sizes: number[] = [];
  /** The largest so far: of a hundred thousand only these are put in order. */
  const largest: Gap[] = [];
  for (const model of models) {
    const { frequency, years, updates } = model;
    if (!frequency) continue;
    const noted = updatesPerYear[frequency] * years;
    const gap = { model, frequency, noted, size: Math.abs(noted - updates) };
    if (gap.size === 0) continue;
    sizes.push(gap.size);
    const last = largest[MOST_NAMED - 1];
    if (last && larger(last, gap) <= 0) continue;
    largest.push(gap);
    largest.sort(larger);
    largest.length = Math.min(largest.length, MOST_NAMED);
  }
  // In order of size, so that the sum is the same whichever model came first.
  const all = Float64Array.from(sizes)
    .sort()
    .reduce((sum, size) => sum + size, 0);
  const most: UpdateDifference[] = [];
  let share = 0;
  for (const { model, frequency, noted, size } of largest) {
    if (share >= MOST) break;
    most.push({ modelId: model.modelId, name: model.name, frequency, noted, recorded: model.updates });
    share += size / all;
  }
  return { most, share };
}
