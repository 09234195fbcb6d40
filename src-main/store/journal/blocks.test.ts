import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FactChange } from '../tables';
import { packed, unpacked } from './blocks';

const image = fc.option(
  fc
    .dictionary(fc.string(), fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null)))
    // As another program may have written it, with line ends between what it says.
    .chain((row) => fc.constantFrom(JSON.stringify(row), JSON.stringify(row), JSON.stringify(row, null, 1))),
);
const one = fc.record({
  entity: fc.constantFrom('models' as const, 'moves' as const, 'imports' as const, 'incidents' as const),
  entity_id: fc.oneof(
    { weight: 9, arbitrary: fc.stringMatching(/^[a-z0-9:]{1,16}$/) },
    { weight: 1, arbitrary: fc.string() },
  ),
  own: fc.boolean(),
  model_id: fc.option(fc.oneof(fc.stringMatching(/^[a-z0-9]{0,16}$/), fc.string())),
  before: image,
  after: image,
});

it('gives back every change as it was, in its place', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(one, { minLength: 80, maxLength: 400 }), fc.nat(1000), async (list, start) => {
      const changes = list.map(
        ({ own, ...change }, index): FactChange => ({
          ...change,
          seq: 7,
          ord: start + index,
          model_id: own ? change.entity_id : change.model_id,
        }),
      );
      const { rows, blocks } = await packed(changes);
      const all = [...rows, ...blocks.flatMap(unpacked)].toSorted((a, b) => a.ord - b.ord);
      expect(all).toEqual(changes);
      for (const block of blocks) {
        const models = new Set(unpacked(block).flatMap(({ model_id }) => model_id ?? []));
        expect(new Set(block.models)).toEqual(models);
        expect(block.models).toHaveLength(models.size);
      }
    }),
    { numRuns: 60 },
  );
});

it('stores a short run as rows, a long one in a fraction of the room', async () => {
  const change = (index: number): FactChange => ({
    seq: 2,
    ord: index,
    entity: 'models',
    entity_id: `id${index}`,
    model_id: `id${index}`,
    before: null,
    after: JSON.stringify({
      id: `id${index}`,
      name: `Forecast ${index}`,
      purpose: 'Predicts the demand of a week',
      stage: 'deployed',
    }),
  });
  const run = (length: number) => packed(Array.from({ length }, (_, index) => change(index)));
  expect(await run(99)).toMatchObject({ blocks: [], rows: { length: 99 } });
  const { rows, blocks } = await run(2000);
  expect(rows).toEqual([]);
  expect(blocks).toHaveLength(1);
  const plain = Array.from({ length: 2000 }, (_, index) => change(index).after?.length ?? 0).reduce((a, b) => a + b);
  expect(blocks[0]?.data.length).toBeLessThan(plain / 20);
});

it('reads a block of before, which was deflated', () => {
  const text = ['models', 'a', '\u0001', '\u0000', '{"id":"a"}'].join('\u001f');
  for (const level of [0, 1, 3, 9]) {
    const block = { seq: 3, ord: 5, changes: 1, data: deflateRawSync(text, { level }) };
    expect(unpacked(block)).toEqual([
      { seq: 3, ord: 5, entity: 'models', entity_id: 'a', model_id: 'a', before: null, after: '{"id":"a"}' },
    ]);
  }
});

it('says of damaged data that it is damaged', () => {
  for (const data of ['no such thing', '\u0007no such thing', '\u0007', ''])
    expect(() => unpacked({ seq: 3, ord: 0, changes: 2, data: Buffer.from(data) })).toThrow(
      'a part of entry 3 cannot be read',
    );
});

it('compresses while whoever writes goes on', async () => {
  const change = (index: number): FactChange => ({
    ...{ seq: 2, ord: index, entity: 'models', entity_id: `id${index}`, model_id: null, before: null },
    after: JSON.stringify({ id: index, text: Math.sin(index).toString(36).repeat(9) }),
  });
  let done = false;
  const packing = packed(Array.from({ length: 2000 }, (_, index) => change(index))).finally(() => {
    done = true;
  });
  // What is ready by then was made in this thread: what another one made is told in a later turn.
  for (let turn = 0; turn < 50; turn += 1) await null;
  expect(done).toBe(false);
  expect((await packing).blocks).toHaveLength(1);
});
