import type { SampleCalendar } from './calendar';
import { driftResults } from './drift-windows';
import { FIRST_DAY } from './model-steps';
import type { Step } from './step';
import { DRIFT_PLANS } from './story/drift-plans';

/** The results of a month come in together, in the night after its end; those of the last days with the last night. */
export function driftSteps(calendar: SampleCalendar, seed: number): readonly Step[] {
  const results = DRIFT_PLANS.flatMap((plan) => driftResults(plan, calendar, seed));
  const nights = [...calendar.firstsOfMonths(FIRST_DAY + 1, -2), -1];
  return nights.flatMap((night, i): readonly Step[] => {
    const since = nights[i - 1] ?? FIRST_DAY;
    const arrived = results.filter(({ day }) => since < day && day <= night);
    if (arrived.length === 0) return [];
    return [
      {
        at: calendar.at(night, 5),
        actor: 'Monitoring',
        channel: 'drift.record',
        input: { results: arrived.map(({ day: _day, ...result }) => result) },
      },
    ];
  });
}
