import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../failure/domain-error';
import { processorMs } from '../../testing/processor-time';
import { tempFiles } from '../testing/temp-files';

const files = tempFiles();
const sample = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'samples', name));

const JSON_TEXT = JSON.stringify({
  data: Array.from({ length: 40 }, (_, n) => ({ name: `Model ${n}`, owner: { team: `é${n}` }, tags: ['a', `"${n}`] })),
});
const PAGE = `<html><table>${'<tr><td rowspan=2>Retail<td colspan="2">a&amp;b<td>Größe</tr>'.repeat(30)}</table>`;
const CSV = 'Name;Wert\nGröße;"1,5"\n"two\nlines";2\nSumme;3,5\n'.repeat(20);

const FILES: readonly (readonly [name: string, content: Uint8Array])[] = [
  ['a.xls', sample('inventory.xls')],
  ['long.xls', sample('long-texts.xls')],
  ['a.ods', sample('inventory.ods')],
  ['a.xlsx', sample('inventory.xlsx')],
  ['a.json', Buffer.from(JSON_TEXT)],
  ['a.jsonl', Buffer.from(JSON_TEXT.slice(9, -2).replaceAll('},{"name"', '}\n{"name"'))],
  ['a.html', Buffer.from(PAGE)],
  ['a.csv', Buffer.from(CSV, 'latin1')],
  ['a.csv.gz', gzipSync(CSV)],
  ['a.zip', zipSync({ 'a.csv': strToU8(CSV), 'b.json': strToU8(JSON_TEXT) })],
  // Not packed, so that damage reaches the parts themselves.
  ['flat.zip', zipSync({ 'a.csv': strToU8(CSV), 'b.json': strToU8(JSON_TEXT) }, { level: 0 })],
];

/** Bytes overwritten, cut out and doubled, wherever it hurts. */
const damage = fc.array(
  fc.record({
    place: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    how: fc.constantFrom('flip', 'zero', 'ones', 'cut', 'double'),
    size: fc.integer({ min: 1, max: 40 }),
    bit: fc.integer({ min: 0, max: 7 }),
  }),
  { minLength: 1, maxLength: 6 },
);

type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

function damaged(content: Uint8Array, hits: Damage): Uint8Array {
  let bytes = Buffer.from(content);
  for (const { place, how, size, bit } of hits) {
    const at = Math.floor(place * bytes.length);
    if (how === 'flip') bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
    else if (how === 'cut') bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + size * bit)]);
    else if (how === 'double') bytes = Buffer.concat([bytes.subarray(0, at + size), bytes.subarray(at)]);
    else bytes.fill(how === 'zero' ? 0 : 255, at, Math.min(bytes.length, at + size));
  }
  return bytes;
}

/** A table, or a sentence for the person. */
async function outcome(name: string, bytes: Uint8Array): Promise<string> {
  try {
    const table = await files.read(name, bytes);
    for (const row of table.rows) expect(row).toHaveLength(table.labels.length);
    expect(table.rowNumbers).toHaveLength(table.rows.length);
    return 'read';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect(error).toMatchObject({ code: 'bad_file', message: expect.stringMatching(/^[\s\S]{20,}[.)]$/) });
    return 'refused';
  }
}

/** `npm run fuzz` damages many more. */
const RUNS = 15;

describe('a damaged file', () => {
  it.each(FILES)('is read or refused with a sentence, never more: %s', async (name, content) => {
    expect(await outcome(name, content)).toBe('read');
    await fc.assert(
      fc.asyncProperty(damage, async (hits) => {
        const before = processorMs();
        await outcome(name, damaged(content, hits));
        expect(processorMs() - before).toBeLessThan(5_000);
      }),
      { numRuns: RUNS },
    );
  });

  it.each([
    ['a.ods', sample('inventory.ods'), 'content.xml'],
    ['a.xlsx', sample('inventory.xlsx'), 'xl/worksheets/sheet1.xml'],
    ['a.xlsx', sample('inventory.xlsx'), 'xl/sharedStrings.xml'],
    ['a.xlsx', sample('inventory.xlsx'), 'xl/workbook.xml'],
  ])('may be damaged inside of a part that is whole as a file: %s %#', async (name, content, part) => {
    const parts = unzipSync(content);
    await fc.assert(
      fc.asyncProperty(damage, async (hits) => {
        await outcome(
          name,
          zipSync({ ...parts, [part]: damaged(parts[part] ?? new Uint8Array(0), hits) }, { level: 1 }),
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('is refused with a sentence when it is cut anywhere', async () => {
    for (const [name, content] of FILES) {
      for (let part = 1; part < 8; part += 1)
        await outcome(name, content.subarray(0, Math.floor((content.length * part) / 8)));
    }
  });
});
