import type { Input, Output } from '#contract/index';
import { peopleToday, takePeople, toldPeopleProblems, withHours } from '#domain/scenarios/options/people-question';
import { incidentHoursOf } from '#domain/scenarios/plan/incident-follow';
import { DomainError } from '../../failure/domain-error';
import type { ReadHandle, WriteHandle } from '../../store/journal/handle';
import { rangesOf, storedRanges } from '../../store/scenarios/inputs';
import { readScenario } from '../../store/scenarios/reading';
import { runCostsOf } from '../../store/scenarios/run-costs';
import { getScenario } from '../../store/scenarios/scenarios';
import type { CommandContext } from '../context';
import { refuseUnworkable } from './update';
import { writeInputs } from './write-values';

type People = Output<'scenarios.people'>;

/** How many people the plan takes today's models to need, beside what people noted of their run costs. */
export async function peopleOf(read: ReadHandle, id: string, now: string): Promise<People> {
  const plan = await readScenario(read, id, now);
  const today = peopleToday(withHours(plan.inputs, incidentHoursOf(plan.items)));
  return { ...today, runCosts: await runCostsOf(read, plan) };
}

/** Takes the answer to the question of people over; answers the label of the change. */
export async function calibrateScenario(
  write: WriteHandle,
  context: CommandContext,
  { id, above = 'absolute', ...told }: Input<'scenarios.calibrate'>,
): Promise<string> {
  const row = await getScenario(write.read, id);
  const { inputs, uncertain, items } = await readScenario(write.read, id, context.now);
  const answer = { ...told, above };
  const problems = toldPeopleProblems(inputs, answer);
  if (problems.length > 0) throw new DomainError('invalid_input', problems.join(' '));
  const given = rangesOf(row);
  const taken = takePeople(inputs, answer, uncertain, incidentHoursOf(items));
  const origin = (path: string) => ({ kind: 'entered' as const, note: taken.note(path) });
  await writeInputs(write, context, row, taken.inputs, origin, { also: taken.paths });
  const kept = given.filter(({ path }) => !taken.paths.includes(path));
  await write.update('scenarios', [id], { ranges: storedRanges([...kept, ...taken.ranges], row.currency) });
  await refuseUnworkable(write, id, {});
  return `Take the people who keep today’s models running into the scenario “${row.name}”`;
}
