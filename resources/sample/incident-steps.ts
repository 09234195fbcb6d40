import type { SampleCalendar } from './calendar';
import type { IncidentPlan } from './incident-plan';
import { modelId } from './model-steps';
import type { Step } from './step';
import { INCIDENTS_OF_OTHERS } from './story/incidents-of-others';
import { INCIDENTS_OF_WATCHED } from './story/incidents-of-watched';
import { PEOPLE } from './story/people';

export const INCIDENTS: readonly IncidentPlan[] = [...INCIDENTS_OF_WATCHED, ...INCIDENTS_OF_OTHERS];

const THOUSANDS = 100_000;

export const incidentId = ({ day, model }: IncidentPlan): string => `sample-incident-${-day}-${model ?? 'none'}`;

/** Opened, taken up, mitigated, resolved and talked through, each by who did it and when. */
export function incidentSteps(calendar: SampleCalendar): readonly Step[] {
  return INCIDENTS.flatMap((plan) => stepsOf(plan, calendar));
}

function stepsOf(plan: IncidentPlan, calendar: SampleCalendar): readonly Step[] {
  const opened = plan.hour ?? 8;
  const id = incidentId(plan);
  const owner = PEOPLE[plan.owner];
  const after = (hours: number): string => calendar.at(plan.day, opened + hours);
  const move = (
    hours: number | undefined,
    to: 'acknowledged' | 'mitigated' | 'resolved' | 'reopened',
    note = '',
  ): readonly Step[] =>
    hours === undefined ? [] : [{ at: after(hours), actor: owner, channel: 'incidents.move', input: { id, to, note } }];
  const steps: readonly Step[] = [
    {
      at: after(0),
      actor: plan.by === 'monitoring' ? 'Monitoring' : plan.by === 'audit' ? PEOPLE.risk : PEOPLE.desk,
      channel: 'incidents.create',
      id,
      input: {
        title: plan.title,
        description: plan.what,
        severity: plan.severity,
        openedAt: after(0),
        detectedAt: after(0),
        detectedBy: plan.by,
        modelId: plan.model === null ? null : modelId(plan.model),
        owner,
      },
    },
    ...move(plan.acknowledged, 'acknowledged'),
    ...move(plan.mitigated, 'mitigated', plan.fix ?? ''),
    ...known(plan, id, owner, after),
    ...move(plan.resolved, 'resolved'),
  ];
  if (plan.resolved === undefined) return steps;
  const [again, resolvedAgain] = plan.reopened ?? [];
  const over = plan.resolved + (again ?? 0) + (resolvedAgain ?? 0);
  const talked = (hour: number): string => calendar.work(plan.day + Math.ceil(over / 24) + (plan.reviewed ?? 0), hour);
  const reviewed: readonly Step[] =
    plan.reviewed === undefined
      ? []
      : [
          reviewOf(plan, id, owner, talked(14)),
          { at: talked(15), actor: owner, channel: 'incidents.move', input: { id, to: 'closed' } },
        ];
  return [
    ...steps,
    ...(again === undefined ? [] : move(plan.resolved + again, 'reopened', 'It happened again.')),
    ...(again === undefined ? [] : move(over, 'resolved')),
    ...reviewed,
  ];
}

/** Cause, effort and harm are noted before it is resolved; of an open one, what is known by now. */
function known(plan: IncidentPlan, id: string, owner: string, after: (hours: number) => string): readonly Step[] {
  const { cause, change, personHours, cost, harm, reportable, resolved, mitigated, acknowledged } = plan;
  if (acknowledged === undefined) return [];
  const patch = {
    cause,
    causedByChange: change,
    ...(personHours === undefined ? {} : { personHours }),
    ...(cost === undefined ? {} : { costMinor: cost * THOUSANDS }),
    ...(harm === undefined ? {} : { harmCategory: harm }),
    ...(reportable === undefined ? {} : { reportable }),
  };
  const at = after(resolved ?? (mitigated ?? acknowledged) + 1);
  return [{ at, actor: owner, channel: 'incidents.update', input: { id, patch } }];
}

function reviewOf(plan: IncidentPlan, id: string, owner: string, at: string): Step {
  const { what, why = '', fix = '', actions = '' } = plan;
  const postmortem = {
    overview: plan.title,
    whatHappened: what,
    contributingFactors: why,
    resolution: fix,
    actions,
    owner,
  };
  return {
    at,
    actor: PEOPLE.head,
    channel: 'incidents.update',
    input: { id, patch: { reviewedAt: at, postmortem } },
  };
}
