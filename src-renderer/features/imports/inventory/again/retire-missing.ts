import { sentenceOf } from '../../../../client/call';
import { perform } from '../../../../client/perform';
import { formatCount, formatDate } from '../../../../lib/format';

/**
 * Retires models on a day, as a step of its own behind the import.
 *
 * @returns a sentence on what came of it; a failure is told there too, since the import itself is stored
 */
export async function retireMissing(ids: readonly string[], day: string): Promise<string> {
  try {
    const { moved, refused } = await perform('models.moveMany', {
      ids: [...ids],
      to: 'retired',
      at: day,
      reason: 'Not in the inventory any more',
    });
    const done = `${formatCount(moved, 'model')} that the file does not have retired on ${formatDate(day)}`;
    const [first] = refused;
    return first ? `${done}; ${formatCount(refused.length, 'model')} not: ${first.name}: ${first.message}` : done;
  } catch (error) {
    return `The models that the file does not have were not retired: ${sentenceOf(error)}`;
  }
}
