import { instantMs } from '#domain/base/calendar';
import { lastTwelveMonths } from '#domain/base/last-twelve-months';
import { isInProduction } from '#domain/models/lifecycle';
import type { MovedModel } from '#domain/models/recorded-releases';
import type { Stage } from '#domain/vocabulary';
import { asFrequency } from '../cells';
import type { HeldModels } from './held-models';

/** See `listMovedModels`: the moves of every model that may have been in production in the 365 days up to `now`. */
export function* movedIn(held: HeldModels, now: string): Generator<MovedModel> {
  const { moves, coded } = held;
  const { from } = lastTwelveMonths(now);
  const instants = Float64Array.from(moves.dates, (at) => instantMs(at));
  const serving = coded.stage.which((stage) => isInProduction(stage as Stage)); // a column of stages
  for (const slot of held.order) {
    const serves = serving[coded.stage.codes[slot] ?? 0] === 1;
    if (serves ? moves.countOf(slot) > 0 : lastDateOf(held, slot) >= from)
      yield new Moved(held, slot, instants, serves);
  }
}

/** '' = none of its moves has a date. */
function lastDateOf({ moves }: HeldModels, slot: number): string {
  const first = moves.firstOf(slot);
  for (let place = first + moves.countOf(slot) - 1; place >= first; place -= 1) {
    const code = moves.timeCode(place);
    if (code !== 0) return moves.dates[code] ?? '';
  }
  return '';
}

/** Its texts are made when somebody asks for them: of most models nobody does. */
class Moved implements MovedModel {
  readonly moves: MovedModel['moves'];
  readonly frequency: MovedModel['frequency'];

  constructor(
    private readonly held: HeldModels,
    private readonly slot: number,
    instants: Float64Array,
    serves: boolean,
  ) {
    const { moves } = held;
    const first = moves.firstOf(slot);
    this.moves = Array.from({ length: moves.countOf(slot) }, (_, at) => {
      const code = moves.timeCode(first + at);
      return {
        to: moves.stageAt(first + at),
        at: code === 0 ? null : (moves.dates[code] ?? ''),
        ms: instants[code] ?? 0,
      };
    });
    // A model that is no longer in production has no pace to be held against.
    this.frequency = serves ? asFrequency(held.coded.update_frequency.get(slot) || null) : undefined;
  }

  get modelId(): string {
    return this.held.ids.get(this.slot);
  }

  get name(): string {
    return this.held.names.get(this.slot);
  }
}
