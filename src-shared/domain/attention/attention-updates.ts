import { namedModel, type Sentence, said, saidList } from '../base/sentence';
import { counted, oneOf, sayCount, sayQuantity } from '../base/wording';
import type { UpdateDifferences } from '../models/update-differences';
import { UPDATE_FREQUENCY_LABELS } from '../vocabulary';
import { detailOf, listAction, type RankedItem } from './attention-item';

/** Updates that are noted and updates that are recorded, more than a factor of two apart. */
export interface UpdatesAttention extends UpdateDifferences {
  /** Of one model in a year. */
  readonly noted: number;
  readonly recorded: number;
  /** The larger over the smaller. */
  readonly times: number;
  /** The level that each gives, with the number of models. */
  readonly levels: { readonly noted: number; readonly recorded: number };
  /** That of the noted ones is the least that it can be, and what others are updated decides whether it is the other's. */
  readonly levelsOpen: boolean;
}

function whoMakesIt({ most, share }: UpdatesAttention): Sentence {
  if (most.length === 0) return [];
  const named = most.map(
    ({ modelId, name, frequency, recorded }) =>
      said`${namedModel({ id: modelId, name })} (noted ${UPDATE_FREQUENCY_LABELS[frequency].toLowerCase()}, ${counted(recorded, 'update')} recorded)`,
  );
  const list = saidList(named, (at) => (at === named.length - 1 ? ' and ' : ', '));
  return said` ${sayCount(share * 100)}% of the difference: ${list}.`;
}

function levelWords({ levels: { noted, recorded }, levelsOpen }: UpdatesAttention): string {
  if (levelsOpen) return `the noted ones ask for level ${noted} or more, the recorded ones for level ${recorded}`;
  return noted === recorded
    ? `either way level ${noted} is needed`
    : `the noted ones ask for level ${noted}, the recorded ones for level ${recorded}`;
}

/** The two rates further apart than one can be wrong by chance: one of the two is not what happens. */
export function updatesItem(found: UpdatesAttention): RankedItem {
  const { noted, recorded, times, most } = found;
  const title =
    noted > recorded
      ? `Updates are noted ${sayQuantity(times)} times as often as they are recorded`
      : `Updates are recorded ${sayQuantity(times)} times as often as they are noted`;
  const rates = `Noted ${sayQuantity(noted)} a model and year, recorded ${sayQuantity(recorded)} in the last twelve months; ${levelWords(found)}.`;
  const frequencies = [...new Set(most.map(({ frequency }) => frequency))];
  const [first] = most;
  return {
    tier: null,
    attention: {
      kind: 'updates_apart',
      severity: 'watch',
      title,
      ...detailOf(said`${rates}${whoMakesIt(found)}`),
      count: Math.max(1, most.length),
      since: null,
      action: listAction(
        `Open the models noted ${oneOf(frequencies.map((one) => UPDATE_FREQUENCY_LABELS[one].toLowerCase()))}`,
        most.length,
        { inProduction: true, updateFrequency: frequencies },
        first ? { id: first.modelId, name: first.name } : null,
      ),
    },
  };
}
