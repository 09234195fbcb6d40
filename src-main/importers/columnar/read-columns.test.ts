import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { ColumnSample } from '#domain/drift/column-sample';
import { tempFiles } from '../testing/temp-files';
import type { ColumnTable, ReadColumns } from './column-table';
import { readColumns } from './read-columns';

const files = tempFiles();

async function read(name: string, content: string | Uint8Array, options: ReadColumns = {}): Promise<ColumnTable> {
  return readColumns(await files.write(name, content), options);
}

const column = (table: ColumnTable, name: string): ColumnSample => {
  const found = table.columns.get(name);
  if (!found) throw new Error(`no column ${name}`);
  return found;
};

describe('a CSV file', () => {
  it('becomes numbers, texts and missing values', async () => {
    const table = await read('a.csv', 'x,name,code\n3,b,007\n1.5,"a, ""b""",010\n,NA,1\nInf,b,2\n-inf,NaN,3\n');
    expect(table).toMatchObject({ labels: ['x', 'name', 'code'], rows: 5 });
    expect(column(table, 'x')).toMatchObject({ rows: 5, missing: 1, codes: false });
    expect([...column(table, 'x').numbers]).toEqual([-Infinity, 1.5, 3, Infinity]);
    expect([...column(table, 'name').texts]).toEqual([
      ['b', 2],
      ['a, "b"', 1],
    ]);
    expect(column(table, 'name').missing).toBe(2);
    expect(column(table, 'code').codes).toBe(true);
  });

  it('may have any line end, blank lines, short and long rows and repeated headers', async () => {
    const table = await read('b.csv', 'x,x,\r\n1,2,3\r\n\r\n4\r5,6,7,8\n');
    expect(table.labels).toEqual(['x', 'x (2)', 'Column 3']);
    expect([...table.columns].map(([name, { numbers, missing }]) => [name, [...numbers], missing])).toEqual([
      ['x', [1, 4, 5], 0],
      ['x (2)', [2, 6], 1],
      ['Column 3', [3, 7], 1],
    ]);
  });

  it('may have semicolons, decimal commas and a line that says so', async () => {
    const table = await read('c.csv', 'sep=;\nx;y\n1,5;a\n2,25;b\n');
    expect([...column(table, 'x').numbers]).toEqual([1.5, 2.25]);
    const points = await read('d.csv', 'x;y\n1.5;a\n2,25;b\n');
    expect([...column(points, 'x').texts]).toEqual([['2,25', 1]]);
  });

  it('may be in UTF-8, windows-1252 or UTF-16', async () => {
    const text = 'städte,x\nKöln,1\nMünchen,2\n';
    const names = async (name: string, bytes: Uint8Array): Promise<string[]> => [
      ...column(await read(name, bytes), 'städte').texts.keys(),
    ];
    expect(await names('u8.csv', Buffer.from(`\uFEFF${text}`))).toEqual(['Köln', 'München']);
    expect(await names('l1.csv', Buffer.from(text, 'latin1'))).toEqual(['Köln', 'München']);
    expect(await names('u16.csv', Buffer.from(`\uFEFF${text}`, 'utf16le'))).toEqual(['Köln', 'München']);
  });

  it('may be in an encoding that has to be said', async () => {
    const labels = async (bytes: Uint8Array, encoding?: string): Promise<string[]> => {
      const table = await read('said.csv', bytes, encoding === undefined ? {} : { encoding });
      return [
        table.encoding,
        ...table.labels,
        ...[...table.columns.values()].flatMap(({ texts }) => [...texts.keys()]),
      ];
    };
    // Told by its letters; another choice wins.
    const cyrillic = Buffer.from('e3eef0eee42c780acaeee2eee22c310a', 'hex');
    expect(await labels(cyrillic)).toEqual(['windows-1251', 'город', 'x', 'Ковов']);
    expect(await labels(cyrillic, 'windows-1252')).toEqual(['windows-1252', 'ãîðîä', 'x', 'Êîâîâ']);
    // UTF-8 that was meant to be windows-1252, and the other way round.
    expect(await labels(Buffer.from('Ã¤\nx\n', 'latin1'), 'windows-1252')).toEqual(['windows-1252', 'Ã¤', 'x']);
    expect(await labels(Buffer.from('b\n\u00e4\n', 'latin1'), 'utf-8')).toEqual(['utf-8', 'b', '\ufffd']);
    await expect(labels(cyrillic, 'klingon')).rejects.toThrow('no such encoding is known');
  });

  it('is decoded whole, however its characters fall across the pieces', async () => {
    const cells = Array.from({ length: 300_000 }, (_, at) => `${at},漢字${at % 5}`);
    const text = `n,字\n${cells.join('\n')}\n`;
    const table = await read('wide.csv', Buffer.from(`\uFEFF${text}`, 'utf16le'));
    expect([table.encoding, table.rows]).toEqual(['utf-16le', 300_000]);
    expect([...column(table, '字').texts].sort()).toEqual([0, 1, 2, 3, 4].map((n) => [`漢字${n}`, 60_000]));
    expect(column(table, 'n').numbers.every((value, at) => value === at)).toBe(true);
  });

  it('has the cells that Papa Parse finds, wherever quotes and line ends fall', async () => {
    const cell = fc.stringMatching(/^[a-z",\n\r ]{0,6}$/);
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 30 });
    let number = 0;
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        number += 1;
        const text = Papa.unparse([['a', 'b'], ...cells], { quotes: true, newline: number % 2 === 0 ? '\n' : '\r\n' });
        const table = await read(`p${number}.csv`, text);
        const known = new Map<string, number>();
        for (const [one] of cells) {
          const trimmed = one.trim();
          if (trimmed !== '') known.set(trimmed, (known.get(trimmed) ?? 0) + 1);
        }
        const { texts, rows: found } = column(table, 'a');
        expect([found, new Map(texts)]).toEqual([cells.length, known]);
      }),
      { numRuns: 60 },
    );
  });

  it('is read whole across the pieces it is read in', async () => {
    const lines = Array.from({ length: 400_000 }, (_, at) => `${at},"row ${at % 7}, ""é"""`);
    const table = await read('large.csv', `n,text\r\n${lines.join('\r\n')}`);
    const { numbers } = column(table, 'n');
    expect(table.rows).toBe(400_000);
    expect(numbers.every((value, at) => value === at)).toBe(true);
    expect([...column(table, 'text').texts.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5, 6].map((n) => `row ${n}, "é"`));
    expect([...column(table, 'text').texts.values()].reduce((sum, times) => sum + times)).toBe(400_000);
  });

  it('counts every text, the thousand that are known by their bytes, the others and the long ones', async () => {
    const long = 'é'.repeat(40);
    const texts = Array.from({ length: 9_000 }, (_, at) => (at % 9 === 0 ? long : ` t${(at * at) % 1_507} `));
    const known = new Map<string, number>();
    for (const text of texts) known.set(text.trim(), (known.get(text.trim()) ?? 0) + 1);
    const table = await read('texts.csv', `a\n${texts.join('\n')}\n`);
    expect(new Map(column(table, 'a').texts)).toEqual(known);
  });

  it('of numbers with a few dates among them is no column of dates', async () => {
    // 3,073 numbers begin a new piece of the memory they are kept in.
    const cells = [...Array.from({ length: 3_073 }, (_, at) => `${at}`), '2024-01-01', 'x'];
    expect(column(await read('mixed.csv', `a\n${cells.join('\n')}\n`), 'a').dates).toBe(1);
  });

  it('may have numbers with spaces, in quotes or with exponents, and a comma within them', async () => {
    const table = await read('forms.csv', 'x;y\n"1,5"; 2 \n1e3;"3,25"\n-7,5;\t4\n');
    expect([...column(table, 'x').numbers]).toEqual([-7.5, 1.5, 1000]);
    expect([...column(table, 'y').numbers]).toEqual([2, 3.25, 4]);
  });

  it('with an identifier keeps no more than 100,000 of its texts', async () => {
    const table = await read('id.csv', `id\n${Array.from({ length: 100_050 }, (_, at) => `c${at}`).join('\n')}\n`);
    expect(column(table, 'id')).toMatchObject({ rows: 100_050, missing: 0, overflow: true });
    expect(column(table, 'id').texts.size).toBe(100_000);
  });

  it.each([
    ['empty.csv', '', 'empty.csv is empty (0 bytes)'],
    ['web.csv', '<!doctype html><p>', 'is JSON, a web page or XML'],
    ['book.csv', Buffer.from('504b0304aaaa', 'hex'), 'is a workbook'],
    ['picture.csv', Buffer.from('89504e470d0a1a0a', 'hex'), 'is a PNG picture'],
    ['blank.csv', '\n\n  \n', 'holds no rows'],
    ['open.csv', `a,b\n"${'x'.repeat(5_000_000)}`, 'never closed'],
    ['wide.csv', `${','.repeat(3_000)}\n`, 'more than 2,000 columns'],
  ])('that is none, such as %s, is refused in a sentence', async (name, content, sentence) => {
    await expect(read(name, content)).rejects.toThrow(sentence);
  });

  it('that is not there is said to be gone', async () => {
    await expect(readColumns(files.path('nothing.csv'), {})).rejects.toThrow('nothing.csv is no longer there');
  });
});

describe('a range of dates', () => {
  const range = { column: 'day', from: Date.UTC(2011, 0, 2), to: Date.UTC(2011, 0, 13), order: null };

  it('takes the rows between both ends, the order of day and month found', async () => {
    const table = await read('m.csv', 'day,x\n1/1/11,1\n1/2/11,2\n1/13/11,3\n1/14/11,4\n,5\n', { filter: range });
    expect([table.rows, ...column(table, 'x').numbers]).toEqual([2, 2, 3]);
  });

  it('asks where the order cannot be told, and says where there is no date', async () => {
    await expect(read('q.csv', 'day,x\n1/2/2011,1\n3/4/2011,2\n', { filter: range })).rejects.toThrow('Say which.');
    await expect(read('n.csv', 'day,x\nMonday,1\n', { filter: range })).rejects.toThrow('has no dates');
    await expect(read('o.csv', 'a,x\n1,1\n', { filter: range })).rejects.toThrow('has no column “day”');
    await expect(read('w.csv', 'day\n13/1/2011\n1/13/2011\n', { filter: range })).rejects.toThrow(
      'fit no single order',
    );
    const said = await read('s.csv', 'day,x\n2/1/2011,1\n1/2/2011,2\n', { filter: { ...range, order: 'dmy' } });
    expect([...column(said, 'x').numbers]).toEqual([1]);
  });
});

describe('a Parquet file', () => {
  const days = [1, 2, 13, 14].map((day) => new Date(Date.UTC(2011, 0, day)));
  const bytes = new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: 'x', data: [2.5, null, 1, Number.NaN], type: 'DOUBLE' },
        { name: 'big', data: [4n, 3n, 2n, 1n], type: 'INT64' },
        { name: 'text', data: ['b', 'a', null, 'b'], type: 'STRING' },
        { name: 'flag', data: [true, false, true, true], type: 'BOOLEAN' },
        { name: 'day', data: days, type: 'TIMESTAMP' },
      ],
      rowGroupSize: 3,
    }),
  );

  it('has the same columns, over all its row groups', async () => {
    const table = await read('a.parquet', bytes);
    expect(table).toMatchObject({ rows: 4, labels: ['x', 'big', 'text', 'flag', 'day'] });
    expect([...column(table, 'x').numbers, column(table, 'x').missing]).toEqual([1, 2.5, 2]);
    expect([...column(table, 'big').numbers]).toEqual([1, 2, 3, 4]);
    expect([...column(table, 'text').texts]).toEqual([
      ['b', 2],
      ['a', 1],
    ]);
    expect([...column(table, 'flag').texts]).toEqual([
      ['true', 3],
      ['false', 1],
    ]);
    expect(column(table, 'day').dates).toBe(4);
  });

  it('can be read in a range of dates, and only in the columns that are wanted', async () => {
    const filter = { column: 'day', from: Date.UTC(2011, 0, 2), to: Date.UTC(2011, 0, 13), order: null };
    const table = await read('b.parquet', bytes, { filter, columns: ['big'] });
    expect([table.rows, [...table.columns.keys()], [...column(table, 'big').numbers]]).toEqual([2, ['big'], [2, 3]]);
  });

  it('that is cut off is refused in a sentence', async () => {
    await expect(read('c.parquet', bytes.slice(0, bytes.length - 20))).rejects.toThrow('cannot be read as Parquet');
  });
});
