import { removeFacts } from '../../store/references/remove-facts';
import { inputsOf } from '../../store/scenarios/inputs';
import { readHead, readScenario } from '../../store/scenarios/reading';
import { getScenario, listScenarios } from '../../store/scenarios/scenarios';
import type { SubjectHandlers } from '../subject';
import { calibrateScenario, peopleOf } from './calibrate';
import { readCarry, retireInPlan } from './carry';
import { compareScenarios } from './compare';
import { createScenario } from './create';
import { explainScenario } from './explain';
import { followRule } from './follow';
import { findGaps, isTaken } from './gaps';
import { measurePortfolio, toShape } from './measure';
import { resetInputs, takeGaps, takeMeasured } from './take';
import { updateScenario } from './update';

export const scenarios: SubjectHandlers<'scenarios'> = {
  list: async (_input, { read, now }) => {
    const rows = await listScenarios(read);
    return { scenarios: await Promise.all(rows.map((row) => readHead(read, row, now))) };
  },
  get: ({ id }, { read, now }) => readScenario(read, id, now),
  create: (input, context) =>
    context.write(async (write) => {
      const { id, name } = await createScenario(write, context, input);
      return { label: `Add the scenario “${name}”`, value: await readScenario(write.read, id, context.now) };
    }),
  update: (input, context) =>
    context.write(async (write) => {
      const label = await updateScenario(write, context, input);
      return { label, value: await readScenario(write.read, input.id, context.now) };
    }),
  remove: ({ id }, context) =>
    context.write(async (write) => {
      const row = await getScenario(write.read, id);
      const removed = await removeFacts(write, 'scenarios', [id]);
      const [next] = await listScenarios(write.read);
      // A portfolio with scenarios has one plan.
      if (row.chosen === 1 && next) await write.update('scenarios', [next.id], { chosen: 1 });
      return { label: `Delete the scenario “${row.name}”`, value: { removed } };
    }),
  choose: ({ id }, context) =>
    context.write(async (write) => {
      const row = await getScenario(write.read, id);
      const others = (await listScenarios(write.read)).filter((other) => other.chosen === 1 && other.id !== id);
      await write.update(
        'scenarios',
        others.map((other) => other.id),
        { chosen: 0 },
      );
      await write.update('scenarios', [id], { chosen: 1 });
      return {
        label: `Choose the scenario “${row.name}” as the plan`,
        value: await readScenario(write.read, id, context.now),
      };
    }),
  compare: async ({ ids }, { read, now }) =>
    compareScenarios(await Promise.all(ids.map((id) => readScenario(read, id, now)))),
  measured: async ({ id }, { read, now }) => {
    const row = await getScenario(read, id);
    const measured = await measurePortfolio(read, { inputs: inputsOf(row), currency: row.currency }, now);
    return { measured: measured.map(toShape) };
  },
  take: (input, context) =>
    context.write(async (write) => {
      const label = await takeMeasured(write, context, input);
      return { label, value: await readScenario(write.read, input.id, context.now) };
    }),
  follow: (input, context) =>
    context.write(async (write) => {
      const label = await followRule(write, context, input);
      return { label, value: await readScenario(write.read, input.id, context.now) };
    }),
  reset: (input, context) =>
    context.write(async (write) => {
      const label = await resetInputs(write, context, input);
      return { label, value: await readScenario(write.read, input.id, context.now) };
    }),
  carry: (_input, context) => readCarry(context),
  retire: (input, context) =>
    context.write(async (write) => {
      const label = await retireInPlan(write, context, input);
      return { label, value: await readScenario(write.read, input.id, context.now) };
    }),
  people: ({ id }, { read, now }) => peopleOf(read, id, now),
  calibrate: (input, context) =>
    context.write(async (write) => {
      const label = await calibrateScenario(write, context, input);
      return { label, value: await readScenario(write.read, input.id, context.now) };
    }),
  gaps: async ({ id }, { read }) => {
    const inputs = inputsOf(await getScenario(read, id));
    const { assessment, reason, lines } = await findGaps(read, inputs);
    return {
      assessment,
      reason,
      lines: lines.map((line) => ({ ...line, levels: [...line.levels], taken: isTaken(inputs, line.questionId) })),
    };
  },
  takeGaps: (input, context) =>
    context.write(async (write) => {
      const label = await takeGaps(write, context, input);
      return { label, value: await readScenario(write.read, input.id, context.now) };
    }),
  explain: async (input, { read, now }) => explainScenario(await readScenario(read, input.id, now), input),
};
