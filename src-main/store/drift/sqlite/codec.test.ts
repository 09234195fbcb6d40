import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnReaders, decodeColumns, encodeColumns } from './codec';

const anyNumber = fc.oneof(
  fc.double(),
  fc.integer({ min: 0, max: 255 }),
  fc.integer({ min: 0, max: 4_294_967_295 }),
  fc.constant(Number.NaN),
  fc.constant(-0),
);
const column = (length: number) =>
  fc.oneof(
    fc.array(anyNumber, { minLength: length, maxLength: length }),
    anyNumber.map((one) => Array<number>(length).fill(one)),
    fc
      .tuple(fc.integer({ min: -1e12, max: 1e15 }), fc.integer({ min: -1e9, max: 1e9 }))
      .map(([first, step]) => Array.from({ length }, (_, i) => first + step * i)),
    fc.array(fc.integer({ min: 0, max: 300 }), { minLength: length, maxLength: length }),
  );

describe('a block of columns', () => {
  it('gives back exactly the numbers that went in, whatever they are (property)', () => {
    const blocks = fc
      .integer({ min: 1, max: 40 })
      .chain((length) => fc.array(column(length), { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(blocks, (columns) => {
        const arrays = columns.map((one) => Float64Array.from(one));
        const length = arrays[0]?.length ?? 0;
        const block = encodeColumns(arrays, 0, length);
        const back = arrays.map(() => new Float64Array(length + 1));
        decodeColumns(
          block,
          arrays.map((_, i) => i),
          back,
          1,
        );
        for (const [i, array] of arrays.entries())
          for (const [j, value] of array.entries()) expect(Object.is(back[i]?.[j + 1], value)).toBe(true);
        const readers = columnReaders(block);
        expect(readers).toHaveLength(arrays.length);
        for (const [i, array] of arrays.entries())
          for (const [j, value] of array.entries()) expect(Object.is(readers[i]?.(j), value)).toBe(true);
      }),
    );
  });

  it('is small where a column is dull', () => {
    const days = Float64Array.from({ length: 1000 }, (_, i) => 1_700_000_000_000 + i * 86_400_000);
    expect(encodeColumns([days, new Float64Array(1000).fill(50_000)], 0, 1000).length).toBeLessThan(60);
    expect(encodeColumns([Float64Array.from(days, (_, i) => 4000 + ((i * i) % 2000))], 0, 1000).length).toBeLessThan(
      4100,
    );
  });

  it('is refused when it is of a kind that is not known', () => {
    const block = encodeColumns([Float64Array.of(1.5, 2.25, 9)], 0, 3);
    block.writeUInt32LE(9, 8);
    expect(() => decodeColumns(block, [0], [new Float64Array(3)], 0)).toThrow(/kind 9/);
    expect(() => columnReaders(block)).toThrow(/kind 9/);
  });
});
