import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POINT_COLUMNS } from '#domain/drift/result-columns';
import { BatchDigest, onlyDifferent, SeriesDigest, seriesText } from './batch-digest';
import { columnsIn, encodeBlock } from './codec';
import { emptyPoints, STORED_COLUMNS, type StoredPoints } from './points';

const KEY = { column: 'age', metric: 'psi', method: '', base: null, binning: '', tool: 'Evidently' };

function pointsOf(rows: readonly (readonly number[])[]): StoredPoints {
  const points = emptyPoints(rows.length, STORED_COLUMNS);
  for (const [at, row] of rows.entries())
    for (const [column, name] of POINT_COLUMNS.entries()) points[name][at] = row[column] ?? Number.NaN;
  points.batch.fill(7);
  return points;
}

function digestOf(points: StoredPoints, written: boolean): string {
  const digest = new SeriesDigest(seriesText(KEY), points.at.length);
  const columns = STORED_COLUMNS.map((name) => points[name]);
  digest.run(points, 0, points.at.length, written ? encodeBlock(columns, 0, points.at.length) : null);
  return digest.finish().toString('hex');
}

const number = fc.oneof(fc.double(), fc.integer(), fc.constant(Number.NaN), fc.constant(-0), fc.constant(0));
const rows = fc
  .integer({ min: 1, max: 6 })
  .chain((length) =>
    fc.array(fc.array(number, { minLength: 10, maxLength: 10 }), { minLength: length, maxLength: length }),
  );

describe('the digest of what a batch recorded', () => {
  it('is the same of a segment, of the tail and of numbers that mean the same (property)', () => {
    fc.assert(
      fc.property(rows, (told) => {
        const points = pointsOf(told);
        const digest = digestOf(points, true);
        expect(digestOf(points, false)).toBe(digest);
        // As the tail gives −0 back.
        expect(digestOf(pointsOf(told.map((row) => row.map((value) => value + 0))), true)).toBe(digest);
        // By the words of `batch-digest.ts`.
        const canonical = POINT_COLUMNS.map((name) => points[name].map((value) => value + 0));
        const text = `[["age","psi","","","","Evidently"],${told.length}]\n`;
        const bytes = columnsIn(encodeBlock(canonical, 0, told.length).block);
        expect(createHash('sha256').update(text).update(bytes).digest('hex')).toBe(digest);
      }),
    );
  });

  it('is another one of any other number (property)', () => {
    const place = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 9 }), number);
    fc.assert(
      fc.property(rows, place, (told, [row, column, value]) => {
        const at = row % told.length;
        const before = told[at]?.[column] ?? Number.NaN;
        fc.pre(!Object.is(before + 0, value + 0));
        const other = told.map((one, i) => (i === at ? one.map((cell, j) => (j === column ? value : cell)) : one));
        expect(digestOf(pointsOf(other), true)).not.toBe(digestOf(pointsOf(told), true));
      }),
    );
  });

  it('tells which series is another, and nothing where several are (property)', () => {
    const series = fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { minLength: 2, maxLength: 60 });
    const whole = (of: readonly Uint8Array[]): string => {
      const digest = new BatchDigest();
      for (const one of of) digest.add(Buffer.from(one));
      return digest.finish();
    };
    fc.assert(
      fc.property(series, fc.nat(), fc.uint8Array({ minLength: 32, maxLength: 32 }), (all, place, other) => {
        const at = place % all.length;
        fc.pre(
          Buffer.from(other).readUInt32BE(0) % 67_108_859 !== Buffer.from(all[at] ?? []).readUInt32BE(0) % 67_108_859,
        );
        const changed = all.map((one, i) => (i === at ? other : one));
        expect(onlyDifferent(whole(all), whole(changed), all.length)).toBe(at);
      }),
    );
    const [a, b, c] = [1, 2, 3].map((byte) => new Uint8Array(32).fill(byte)) as [Uint8Array, Uint8Array, Uint8Array];
    expect(onlyDifferent(whole([a, b]), whole([c, c]), 2)).toBeNull();
    expect(onlyDifferent('x', whole([a]), 1)).toBeNull();
  });
});
