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

const gap = ({ noted, recorded }: UpdateDifference): number => Math.abs(noted - recorded);

/** Which models make most of the difference between the updates that are noted and those that are recorded. */
export function mostOfTheDifference(
  models: readonly RecordedModel[],
  updatesPerYear: UpdatesPerYear,
): UpdateDifferences {
  const differences = models
    .flatMap(({ modelId, name, frequency, years, updates }) =>
      frequency ? [{ modelId, name, frequency, noted: updatesPerYear[frequency] * years, recorded: updates }] : [],
    )
    .filter((one) => gap(one) > 0)
    .toSorted((a, b) => gap(b) - gap(a) || a.name.localeCompare(b.name));
  const all = differences.reduce((sum, one) => sum + gap(one), 0);
  const most: UpdateDifference[] = [];
  let share = 0;
  for (const one of differences) {
    if (share >= MOST || most.length === MOST_NAMED) break;
    most.push(one);
    share += gap(one) / all;
  }
  return { most, share };
}
