import { counted, sayCount, sayQuantity } from '../base/wording';
import type { RecordedReleases } from '../models/recorded-releases';
import { timesApart, UPDATES_APART } from '../models/update-frequency';
import type { MaturityLevel } from '../vocabulary';
import { type LevelThresholds, levelsFor } from './level-thresholds';

/** One of the two ways to say how often models are updated, with the level that it gives. */
export interface UpdateReading {
  /** Of one model in a year; `null`: not known. */
  readonly perModel: number | null;
  /** Of all models in production in a year; `null`: not known. */
  readonly load: number | null;
  /** The level that these updates alone ask for. */
  readonly byUpdates: MaturityLevel | null;
  /** The level with these updates and the number of models. */
  readonly level: MaturityLevel | null;
}

/** How often models are updated by what people noted, and by what the moves of the last twelve months show. */
export interface UpdatesSeen {
  /** Who says so: the fields of the models, or the numbers that an assessment was given. */
  readonly told: 'noted' | 'stated';
  readonly noted: UpdateReading & {
    /** Models of unknown frequency, which add nothing to its load: it is the least that it can be; left out: none. */
    readonly unknown?: number | undefined;
  };
  readonly recorded: UpdateReading & {
    /** The window, as instants. */
    readonly from: string;
    readonly to: string;
    /** Releases in it, the first of a model among them, and without these. */
    readonly releases: number;
    readonly updates: number;
    /** Years in production in the window. */
    readonly years: number;
    /** Models left out because a date of their moves is missing. */
    readonly undated: number;
  };
  /** The larger of the two over the smaller; `null`: one of them is not known. */
  readonly times: number | null;
  /** More than a factor of two lies between them. */
  readonly apart: boolean;
  /** The models of unknown frequency decide whether both give the same level; left out: they do not. */
  readonly levelsOpen?: boolean | undefined;
  /** Both in a sentence, with the level that each gives. */
  readonly words: string;
}

export interface UpdatesInput {
  /** In production. */
  readonly models: number;
  /** U, as noted; models of unknown frequency add nothing to it. */
  readonly load: number;
  readonly unknownFrequency: number;
  readonly told: UpdatesSeen['told'];
  readonly recorded: Omit<RecordedReleases, 'models'>;
  readonly thresholds: LevelThresholds;
}

function reading(perModel: number | null, load: number | null, input: UpdatesInput): UpdateReading {
  if (load === null) return { perModel: null, load: null, byUpdates: null, level: null };
  const { byLoad, level } = levelsFor(input.models, load, input.thresholds);
  return { perModel, load, byUpdates: byLoad, level };
}

const ofEach = ({ perModel, load, byUpdates }: UpdateReading): string =>
  `${sayQuantity(perModel ?? 0)} a model (${sayQuantity(load ?? 0)} in all: level ${byUpdates} by updates)`;

function ofNoted(noted: UpdatesSeen['noted'], { models, told }: UpdatesInput): string {
  const { perModel, load, byUpdates, unknown } = noted;
  if (unknown === undefined) return ofEach(noted);
  const least = byUpdates === 3 ? '' : 'at least ';
  const without = `without ${sayCount(unknown)} of ${counted(models, 'model')} of which none are ${told}`;
  return `${sayQuantity(perModel ?? 0)} a model (at least ${sayQuantity(load ?? 0)} in all, ${without}: ${least}level ${byUpdates} by updates)`;
}

function wordsOf(input: UpdatesInput, seen: Pick<UpdatesSeen, 'noted' | 'recorded' | 'levelsOpen'>): string {
  const { noted, recorded, levelsOpen } = seen;
  const claimed = input.told === 'noted' ? 'Noted' : 'Stated';
  const undated = recorded.undated === 0 ? '' : `; ${counted(recorded.undated, 'model')} without dates left out`;
  if (recorded.load === null) {
    const updates =
      noted.load === null
        ? `${claimed} updates a year are not known`
        : `${claimed} updates a year are ${ofNoted(noted, input)}`;
    return `${updates}; updates of the last twelve months are not recorded, which is not 0.`;
  }
  const shown = `recorded in the last twelve months are ${ofEach(recorded)}${undated}`;
  if (noted.load === null) return `How often the models are updated is not noted; ${shown}.`;
  const both = `${claimed} updates a year are ${ofNoted(noted, input)}; ${shown}.`;
  if (levelsOpen)
    return `${both} With the recorded ones level ${recorded.level} would be needed; whether the ${input.told} ones ask for another is not known.`;
  return noted.level === recorded.level
    ? `${both} Either way level ${noted.level} is needed.`
    : `${both} With the recorded ones level ${recorded.level} would be needed, not level ${noted.level}.`;
}

/**
 * What is recorded is taken for all models, what is noted is known of some: the others could lift its level to that of the
 * recorded ones, or beyond it, unless it is as high as any load makes it.
 */
function isOpen(
  noted: UpdatesSeen['noted'],
  recorded: UpdateReading,
  { models, thresholds }: Pick<UpdatesInput, 'models' | 'thresholds'>,
): boolean {
  if (noted.unknown === undefined || noted.level === null || recorded.level === null) return false;
  const highest = levelsFor(models, Number.POSITIVE_INFINITY, thresholds).level;
  return noted.level < highest && noted.level <= recorded.level;
}

/**
 * Both update rates of the models in production beside each other, each with the level that it gives; rules.md 3. The
 * definitions are those of `updatesNoted` and `updatesRecorded` in the register of quantities.
 *
 * @returns `null` without models; a rate that nobody noted or recorded is `null`, never 0
 */
export function updatesSeen(input: UpdatesInput): UpdatesSeen | null {
  const { models, load, unknownFrequency, told } = input;
  if (models <= 0) return null;
  const { from, to, releases, updates, years, undated, perModel } = input.recorded;
  const known = models - unknownFrequency;
  const noted = {
    ...reading(known > 0 ? load / known : null, known > 0 ? load : null, input),
    ...(known > 0 && unknownFrequency > 0 && { unknown: unknownFrequency }),
  };
  const recorded = {
    ...reading(perModel, perModel === null ? null : perModel * models, input),
    from,
    to,
    releases,
    updates,
    years,
    undated,
  };
  const times = timesApart(noted.perModel, recorded.perModel);
  const levelsOpen = isOpen(noted, recorded, input);
  return {
    told,
    noted,
    recorded,
    times,
    apart: times !== null && times > UPDATES_APART,
    ...(levelsOpen && { levelsOpen }),
    words: wordsOf(input, { noted, recorded, levelsOpen }),
  };
}
