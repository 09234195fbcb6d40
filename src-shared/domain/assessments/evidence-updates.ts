import { sayQuantity } from '../base/wording';
import { timesApart, UPDATES_APART } from '../models/update-frequency';
import type { EvidenceFacts } from './evidence-facts';
import type { EvidencedAnswer } from './evidenced-answer';

/** The claim that belongs to no question: the pace that the level is recommended for. */
export const UPDATES_CLAIM = { id: 'UPDATES', topic: 'How often models are updated' } as const;

/**
 * The pace that the level is recommended for, held against the pace that releases show: further apart than a factor of two,
 * whichever is the higher, one of them is not what happens. Claimed and suggested are updates of a model a year here.
 * Nothing where one of them is not known.
 */
export function evidencedUpdates({ updates: { noted, recorded }, production }: EvidenceFacts): EvidencedAnswer[] {
  const times = timesApart(noted, recorded);
  if (noted === null || recorded === null || times === null) return [];
  const contradiction = times > UPDATES_APART;
  const rates = `Updates of a model a year: ${sayQuantity(noted)} as noted, ${sayQuantity(recorded)} recorded in the last twelve months`;
  return [
    {
      questionId: UPDATES_CLAIM.id,
      suggests: recorded,
      ceiling: 3,
      counts: { part: 0, whole: production },
      words: contradiction ? `${rates}: ${sayQuantity(times)} times apart` : rates,
      also: contradiction ? ['The level by updates is read off the noted ones and the recorded ones side by side'] : [],
      claimed: noted,
      contradiction,
    },
  ];
}

/** Whether the numbers of a line are updates a year and not answers from 0 to 3. */
export const isRate = ({ questionId }: { readonly questionId: string }): boolean => questionId === UPDATES_CLAIM.id;
