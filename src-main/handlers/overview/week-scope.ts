import type { LinesAsked } from '../../store/overview/model-lines';
import { isOneOf } from '../../store/overview/trouble-flags';
import type { Followed } from './follows';

/** More rows of one kind than anybody reads in five minutes; how many there are is said. */
const MOST_ROWS = 50;
/** More than anybody follows, so that every row is there to be counted. */
const MOST_FOLLOWED = 2_000;

/** What of a portfolio is asked for: everything, or what somebody follows. */
export function scopeOf(followed: Followed | null) {
  if (followed === null)
    return { most: MOST_ROWS, where: (asked: LinesAsked['where']) => asked, model: () => true, incident: () => true };
  const ids = [...followed.models];
  return {
    most: MOST_FOLLOWED,
    where:
      (asked: LinesAsked['where']): LinesAsked['where'] =>
      (eb) =>
        eb.and([asked(eb), isOneOf(ids)()]),
    model: (id: string) => followed.models.has(id),
    incident: ({ id, modelId }: { readonly id: string; readonly modelId: string | null }) =>
      followed.incidents.has(id) || (modelId !== null && followed.models.has(modelId)),
  };
}
