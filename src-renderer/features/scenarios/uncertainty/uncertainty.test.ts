import { expect, it } from 'vitest';
import { presetInputs, uncertainInputs } from '#domain/scenarios/plan/scenario-presets';
import { simulate } from '#domain/scenarios/uncertainty/simulate';
import { type UncertaintyReply, uncertaintyRunner } from './uncertainty';

const inputs = presetInputs('expected');
const question = { inputs, compare: 'L2 vs L1', uncertain: uncertainInputs(inputs), runs: 3_000, seed: 7 };

function runner() {
  const replies: UncertaintyReply[] = [];
  const run = uncertaintyRunner({
    reply: (reply) => replies.push(reply),
    breathe: () => new Promise((resolve) => setTimeout(resolve)),
    now: () => 0,
  });
  return { run, replies };
}

it('answers in portions what the rules answer at once', async () => {
  const { run, replies } = runner();
  await run({ id: 1, question });
  expect(replies.map(({ kind }) => kind)).toEqual(['simulated', 'sensitivity']);
  expect(replies[0]).toMatchObject({ result: simulate(question) });
});

it('drops what nobody waits for any more', async () => {
  const { run, replies } = runner();
  await Promise.all([run({ id: 1, question }), run({ id: 2, question: { ...question, seed: 8 } })]);
  expect(replies.map(({ id }) => id)).toEqual([2, 2]);
});

it('hands on the sentence of a refusal', async () => {
  const { run, replies } = runner();
  await run({ id: 1, question: { ...question, runs: 0 } });
  expect(replies).toEqual([{ id: 1, kind: 'failed', sentence: expect.stringContaining('0 runs') }]);
});
