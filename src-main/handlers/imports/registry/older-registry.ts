import { sayDay, sayInstant } from '#domain/base/calendar';
import { badFile } from '../../../importers/tabular/failures';
import type { RegistryMoment } from '../../../store/imports/registry-moments';

/**
 * Refuses files that are older than what was brought of the same registry: taken, they would undo what was read since. An export says of
 * when it is; a copy of a server's own files does not, so the latest time in it is held against the latest one that was read.
 */
export function refuseOlder(fileName: string, file: RegistryMoment, known: RegistryMoment): void {
  if (file.asOf !== null) {
    if (known.asOf === null || file.asOf >= known.asOf) return;
    const say = sayBoth(file.asOf, known.asOf);
    throw badFile(
      `${fileName} is as of ${say(file.asOf)}, and the registry was read as of ${say(known.asOf)} already. Export it anew; nothing was taken.`,
    );
  }
  if (file.newest === null || known.newest === null || file.newest >= known.newest) return;
  const say = sayBoth(file.newest, known.newest);
  throw badFile(
    `${fileName} is a copy of before: the last change in it is of ${say(file.newest)}, and one of ${say(known.newest)} was read already. Choose a copy of now, or connect the file that the server writes; nothing was taken.`,
  );
}

/** Two instants of one day are told apart by their times. */
const sayBoth = (one: string, other: string): ((instant: string) => string) =>
  one.slice(0, 10) === other.slice(0, 10) ? sayInstant : sayDay;
