import type { SampleCalendar } from './calendar';
import { driftResults } from './drift-windows';
import { modelId } from './model-steps';
import type { Step } from './step';
import { CHALLENGER_PLANS, type ChallengerPlan } from './story/challenger-plans';
import { DRIFT_PLANS } from './story/drift-plans';
import { PEOPLE } from './story/people';

/** Days that one window takes: the first whole one of a challenger ends so long after its beginning. */
const WINDOW_DAYS = { day: 1, week: 7, month: 31 } as const;

/** Versions that run beside the live ones, with results of their own, and what became of them. */
export function challengerSteps(calendar: SampleCalendar, seed: number): readonly Step[] {
  return CHALLENGER_PLANS.flatMap((plan): Step[] => [
    {
      at: calendar.work(plan.from, 10),
      actor: PEOPLE[plan.by],
      channel: 'challengers.start',
      input: {
        modelId: modelId(plan.key),
        version: plan.version,
        mode: plan.share === null ? 'shadow' : 'split',
        share: plan.share,
        decideBy: calendar.date(plan.decideBy),
        note: plan.note,
      },
    },
    ...resultSteps(plan, calendar, seed),
    ...decisionSteps(plan, calendar),
  ]);
}

/** Its results come in the nights in which those of the models do. */
function resultSteps(plan: ChallengerPlan, calendar: SampleCalendar, seed: number): readonly Step[] {
  const live = DRIFT_PLANS.find(({ key }) => key === plan.key);
  if (live === undefined) return [];
  const results = driftResults(
    {
      ...live,
      from: plan.from + WINDOW_DAYS[live.every],
      until: plan.givenUp?.on ?? -2,
      rows: [live.rows[0], Math.round(live.rows[1] * (plan.share ?? 1))],
      columns: live.columns.map((column) => ({ ...column, ...plan.columns[column.name] })),
    },
    calendar,
    seed,
    plan.version,
  );
  return calendar.firstsOfMonths(plan.from, -2).flatMap((night, i, nights): readonly Step[] => {
    const since = nights[i - 1] ?? plan.from;
    const arrived = results.filter(({ day }) => since < day && day <= night);
    if (arrived.length === 0) return [];
    return [
      {
        at: calendar.at(night, 5.25),
        actor: 'Monitoring',
        channel: 'drift.record',
        input: { results: arrived.map(({ day: _day, ...result }) => ({ ...result, modelVersion: plan.version })) },
      },
    ];
  });
}

function decisionSteps({ key, givenUp }: ChallengerPlan, calendar: SampleCalendar): readonly Step[] {
  if (givenUp === undefined) return [];
  return [
    {
      at: calendar.work(givenUp.on, 15),
      actor: PEOPLE.actuary,
      channel: 'challengers.giveUp',
      input: async (ask) => {
        const [running] = (await ask('challengers.list', { modelId: modelId(key) })).challengers;
        return running ? { id: running.id, reason: givenUp.why } : null;
      },
    },
  ];
}
