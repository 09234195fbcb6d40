import { writeFile } from 'node:fs/promises';
import type { Assessment } from '#contract/assessments';
import type { Input, Output } from '#contract/index';
import { assessedPlan } from '#domain/assessments/assessed-plan';
import { findQuestion } from '#domain/assessments/questions/question-sets';
import { doneIn, stepOf } from '#domain/assessments/roadmap-owners';
import { calendarEntries, type Duty } from '#domain/attention/duties';
import { addDays, shiftMonth } from '#domain/base/calendar';
import { eventWords } from '#domain/governance/reviews';
import { icsOf } from '../../exporters/calendar/ics';
import { writeWholeFile } from '../../platform/whole-file';
import { findHeldLevel } from '../../store/assessments/held-level';
import { listRetraining } from '../../store/drift/retraining';
import { listFindingDuties, listMitigationDuties, listReviewDuties } from '../../store/overview/duties';
import type { QueryContext } from '../context';

/** What falls due, as a file for the calendars of those who have to do it. */
export function exportCalendar(
  { out, owner, jobId }: Input<'exports.calendar'>,
  context: QueryContext,
): Promise<Output<'exports.calendar'>> {
  return context.jobs.run(jobId, async (job) => {
    const path = context.files.resolve(out);
    const { name } = await context.ask('portfolio.info', {});
    job.progress('Looking for what falls due', 0, null);
    const duties = (await gatherDuties(context)).filter((duty) => owner === undefined || duty.owner === owner);
    const entries = calendarEntries(duties, context.now.slice(0, 10));
    const title = `${name}: what falls due${owner === undefined ? '' : ` for ${owner === '' ? 'nobody named' : owner}`}`;
    const text = icsOf({ name: title, entries, at: context.now });
    const bytes = await writeWholeFile(path, (beside) => writeFile(beside, text));
    return { path: out, bytes, rows: entries.length };
  });
}

async function gatherDuties(context: QueryContext): Promise<readonly Duty[]> {
  const { read, now } = context;
  const today = now.slice(0, 10);
  const retraining = (await listRetraining(read, { open: true, today })).flatMap(
    ({ id, name, owner, until, tier }): Duty[] =>
      until === null ? [] : [{ kind: 'retraining', id, name, owner, day: until, tier }],
  );
  return [
    ...(await listReviewDuties(read)),
    ...(await calledDuties(context)),
    ...(await listFindingDuties(read)),
    ...(await reportDuties(context)),
    ...retraining,
    ...(await listMitigationDuties(read)),
    ...(await roadmapDuties(context)),
  ];
}

/** Reviews that an event called for before the regular one. */
const calledDuties = async ({ ask }: QueryContext): Promise<Duty[]> =>
  (await ask('reviews.calendar', { called: true, months: 36, limit: 1000 })).rows.flatMap(
    ({ modelId: id, name, reviewer, owner, day, event, tier }) =>
      event === null
        ? []
        : [{ kind: 'called_review', id, name, owner: reviewer || owner, day, tier, of: eventWords(event) }],
  );

/** Reports to authorities that run out. */
async function reportDuties({ ask }: QueryContext): Promise<Duty[]> {
  const { reports } = await ask('governance.reports', {});
  return reports.flatMap(({ id, incidentTitle: name, due, reportedOn }): Duty[] =>
    due === null || reportedOn !== null ? [] : [{ kind: 'report', id, name, owner: '', day: due }],
  );
}

/** Of the roadmap of the assessment that says which level is held; none where nobody has planned one. */
async function roadmapDuties({ read, now, ask }: QueryContext): Promise<Duty[]> {
  const held = await findHeldLevel(read, now);
  return held === null ? [] : dutiesOf(await ask('assessments.get', { id: held.assessmentId }));
}

function dutiesOf(assessment: Assessment): Duty[] {
  const { id, name, roadmap } = assessment;
  const planned = roadmap && assessedPlan(assessment, roadmap);
  if (!planned) return [];
  const { plan, questions } = planned;
  const steps = plan.items.map((item): Duty => {
    const { owner = '', due } = stepOf(roadmap, item.id);
    const month = doneIn(roadmap, item);
    return {
      kind: 'step',
      id: `${id}-${item.id}`,
      name: findQuestion(questions, item.questionId)?.topic ?? item.questionId,
      owner,
      ...(due === undefined ? { day: addDays(`${shiftMonth(month, 1)}-01`, -1), planned: month } : { day: due }),
    };
  });
  const { decisionDay, sponsor = '' } = roadmap;
  return decisionDay === undefined
    ? steps
    : [...steps, { kind: 'decision', id, name, owner: sponsor, day: decisionDay }];
}
