import { type Month, shiftMonth } from '../base/calendar';
import type { RoadmapSettings, RoadmapStep } from './planned-roadmap';
import type { RoadmapItem } from './roadmap-item';

/** What stands where a name or a day is still to be found; it is never made up. */
export const TO_BE_NAMED = 'to be named';

/** Who answers for a step, and by when, as far as it is known. */
export function stepOf({ steps = [] }: RoadmapSettings, id: string): RoadmapStep {
  return steps.find((step) => step.id === id) ?? { id };
}

/** The settings with one step named as given; '' is to be named again, and a step of which nothing is known is not kept. */
export function withStep(settings: RoadmapSettings, given: RoadmapStep): RoadmapSettings {
  const { id, owner = '', due = '' } = { ...stepOf(settings, given.id), ...given };
  const { steps = [], ...rest } = settings;
  const others = steps.filter((step) => step.id !== id);
  const step = { id, ...(owner === '' ? {} : { owner }), ...(due === '' ? {} : { due }) };
  const kept = owner === '' && due === '' ? others : [...others, step];
  return kept.length === 0 ? rest : { ...rest, steps: kept };
}

/** The settings with who stands for the money and when it is decided; '' is to be named again. */
export function withDecision(
  settings: RoadmapSettings,
  given: Pick<RoadmapSettings, 'sponsor' | 'decisionDay'>,
): RoadmapSettings {
  const { sponsor = '', decisionDay = '', ...rest } = { ...settings, ...given };
  return { ...rest, ...(sponsor === '' ? {} : { sponsor }), ...(decisionDay === '' ? {} : { decisionDay }) };
}

/** The last month in which the plan works on a step. */
export function doneIn({ start }: RoadmapSettings, { startMonth, months }: RoadmapItem): Month {
  return shiftMonth(start, startMonth + months - 1);
}

/** Steps of which the named day lies before the month in which the plan has them done; a day within that month may hold. */
export function dueTooEarly(items: readonly RoadmapItem[], settings: RoadmapSettings): RoadmapItem[] {
  return items.filter((item) => {
    const { due } = stepOf(settings, item.id);
    return due !== undefined && due.slice(0, 7) < doneIn(settings, item);
  });
}
