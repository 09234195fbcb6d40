import { mkdir, rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { processorMs } from '../../testing/processor-time';
import { tempFiles } from '../testing/temp-files';
import { readTable } from './read-table';

const files = tempFiles();
const auto = { encoding: 'auto', delimiter: 'auto' } as const;

const utf16 = (text: string, big: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

describe('encodings', () => {
  const text = 'Name;Größe\nScoring – “A”;5 €\n';
  const mark = (bytes: number[], rest: Uint8Array) => Buffer.concat([Buffer.from(bytes), rest]);

  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', mark([0xef, 0xbb, 0xbf], Buffer.from(text))],
    ['utf-16le', utf16(text, false)],
    ['utf-16le', mark([0xff, 0xfe], utf16(text, false))],
    ['utf-16be', utf16(text, true)],
    ['utf-16be', mark([0xfe, 0xff], utf16(text, true))],
  ])('finds %s', async (encoding, bytes) => {
    const table = await files.read('encoded.csv', bytes);
    expect(table).toMatchObject({
      encoding,
      delimiter: ';',
      labels: ['Name', 'Größe'],
      rows: [['Scoring – “A”', '5 €']],
    });
  });

  it('takes anything else as windows-1252, with its typographic quotation marks', async () => {
    const bytes = Buffer.from([...Buffer.from('Name\nsystem'), 0x92, ...Buffer.from('s '), 0x80, 0xe9]);
    const table = await files.read('old.csv', bytes);
    expect(table).toMatchObject({ encoding: 'windows-1252', rows: [['system’s €é']] });
  });

  it('says where characters are missing, also in encodings whose decoder has a sign of its own for it', async () => {
    const utf8 = await files.read('cut.csv', Buffer.from([...Buffer.from('a,b\n1,x\n2,'), 0xe9, 10]), {
      encoding: 'utf-8',
    });
    expect(utf8.problems).toMatchObject([{ code: 'undecodable', row: 3, value: 'utf-8' }]);
    const japanese = Buffer.from([...Buffer.from('a,b\n1,'), 0x93, 0xfa, 0x85, 0xf0, ...Buffer.from('\n')]);
    const table = await files.read('sjis.csv', japanese, { encoding: 'shift_jis' });
    expect(table.problems).toMatchObject([{ code: 'undecodable', row: 2 }]);
  });

  it('lets an explicit encoding win and refuses one that is not known', async () => {
    const bytes = Buffer.from([...Buffer.from('Name\n'), 0xb1]);
    expect((await files.read('latin2.csv', bytes, { encoding: 'iso-8859-2' })).rows).toEqual([['ą']]);
    await expect(files.read('x.csv', 'a\nb', { encoding: 'klingon' })).rejects.toMatchObject({ code: 'bad_file' });
  });
});

describe('delimiters', () => {
  it.each([
    [',', 'name,stage\n"A, B; C",live\nD,live\n'],
    [';', 'name;value\nA, the first;1,5\nB, the second;2,5\n'],
    ['\t', 'name\tnote\nA\tone, two\nB\tthree; four\n'],
    ['|', 'name|note\nA|one, two\nB|three; four\n'],
  ])('finds %j by trying', async (delimiter, text) => {
    const table = await files.read('d.csv', text);
    expect(table.delimiter).toBe(delimiter);
    expect(table.labels).toHaveLength(2);
    expect(table.rows).toHaveLength(2);
  });

  it('honours the line that Excel writes, and does not count it', async () => {
    const table = await files.read('sep.csv', 'sep=;\r\nname;note\r\nA;x,y\r\n');
    expect(table).toMatchObject({ delimiter: ';', headerRow: 1, labels: ['name', 'note'], rowNumbers: [2] });
  });

  it('lets an explicit delimiter win', async () => {
    expect((await files.read('e.csv', 'a,b\n1,2\n', { delimiter: ';' })).labels).toEqual(['a,b']);
  });
});

describe('records', () => {
  it('reads quoted line ends, doubled quotes and mixed line ends', async () => {
    const table = await files.read('q.csv', 'a,b\r\n"x\r\ny","say ""hi"""\nlast,1\r');
    expect(table.rows).toEqual([
      ['x\ny', 'say "hi"'],
      ['last', '1'],
    ]);
    expect(table.rowNumbers).toEqual([2, 3]);
  });

  it('skips blank rows without losing count, and drops columns that are wholly empty at the end', async () => {
    const table = await files.read('blank.csv', '\n,,,\nname,,stage,\n\nA,x,live,\n , ,,\nB,,live,\n');
    expect(table).toMatchObject({ headerRow: 3, labels: ['name', 'Column 2', 'stage'], rowNumbers: [5, 7] });
    expect(table.rows).toEqual([
      ['A', 'x', 'live'],
      ['B', '', 'live'],
    ]);
  });

  it('finds the header under a title, and says what it left out', async () => {
    const text =
      'AI inventory 2025,,,\nAs of,2025-06-30,,\n,,,\nName,Stage,Tier,Unit\nChurn,Live,2,Retail\nFraud,,1,\n';
    const table = await files.read('titled.csv', Buffer.from(text));
    expect(table).toMatchObject({ headerRow: 4, labels: ['Name', 'Stage', 'Tier', 'Unit'], rowNumbers: [5, 6] });
    expect(table.problems.map(({ row, code, value, effect }) => [row, code, value, effect])).toEqual([
      [1, 'above_header', 'AI inventory 2025', 'note'],
      [2, 'above_header', 'As of 2025-06-30', 'note'],
    ]);
  });

  it.each([
    ['one column with commas inside', 'Name\nChurn\nFraud, old, retired\nOCR\n', 1],
    ['two columns', 'Name,Stage\nChurn,Live\n', 1],
    ['a header of which most labels are missing', 'Name,,\nChurn\nFraud,Live,1\n', 1],
    ['nothing under the wider row', 'Title\nName,Stage,Tier\n', 1],
    ['more titles than a table has', `${'Note\n'.repeat(12)}Name,Stage,Tier\nChurn,Live,2\n`, 1],
    ['the header first', 'Name,Stage,Tier\nChurn,Live,2\n', 1],
  ])('takes the first row as the header: %s', async (_what, text, headerRow) => {
    expect(await files.read('plain.csv', Buffer.from(text))).toMatchObject({ headerRow, problems: expect.anything() });
  });

  it('gives repeated headers labels of their own, never one that is taken', async () => {
    const table = await files.read('twice.csv', 'Why?,Why? (2),Why?, Why?  ,\n1,2,3,4,5\n');
    expect(table.labels).toEqual(['Why?', 'Why? (2)', 'Why? (3)', 'Why? (4)', 'Column 5']);
  });

  it('takes headers that are names of object internals as any other', async () => {
    const table = await files.read('proto.csv', '__proto__,constructor,toString\na,b,c\n');
    expect(table.labels).toEqual(['__proto__', 'constructor', 'toString']);
    expect(table.rows).toEqual([['a', 'b', 'c']]);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  it('pads short rows and notes long ones', async () => {
    const table = await files.read('ragged.csv', 'a,b\n1\n1,2,3\n1,2,,\n');
    expect(table.rows).toEqual([
      ['1', ''],
      ['1', '2'],
      ['1', '2'],
    ]);
    expect(table.problems).toMatchObject([{ code: 'extra_cells', row: 3, effect: 'note', value: '3' }]);
  });

  it('names the row of a quotation mark that is never closed, and distrusts it', async () => {
    const table = await files.read('open.csv', 'a,b\n1,2\n3,"never closed\n5,6\n');
    expect(table.problems).toMatchObject([{ code: 'unclosed_quote', row: 3, effect: 'row_refused' }]);
    expect(table.rows[0]).toEqual(['1', '2']);
  });

  it('notes a quotation mark inside a quoted cell once a row', async () => {
    const table = await files.read('stray.csv', 'a,b\n"x"y"z"w",2\n3,4\n');
    expect(table.problems).toMatchObject([{ code: 'stray_quote', row: 2, effect: 'note' }]);
  });

  it('fingerprints the bytes', async () => {
    const table = await files.read('hash.csv', 'a\n1\n');
    expect(table.contentHash).toBe('309b0e45a73d3fc5325e2b6ed0a01ef8b9cde6b05a5633c1f893f970d52bfddc');
  });
});

describe('files that are no tables', () => {
  it.each([
    ['empty.csv', '', /empty \(0 bytes\)/],
    ['blank.csv', ' \n\n,,\n', /holds no rows/],
    ['photo.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /photo\.csv is a PNG picture, not a table/],
    ['photo.xlsx', Buffer.from('ffd8ffe000104a464946', 'hex'), /is a JPEG picture/],
    ['paper.csv', '%PDF-1.7 …', /is a PDF document/],
    ['old.xls', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), /is damaged.*save it as XLSX/],
    ['mine.csv', 'SQLite format 3\0 …', /open it instead/],
    ['page.xls', '<html><p>no table</p></html>', /is a web page without a table/],
    ['report.html', '<!doctype html><script src="evidently.js"></script>', /Evidently report.*save_json/],
    [
      'old.xls',
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
      /XML of 2003.*save it as XLSX/,
    ],
    ['feed.xml', '<?xml version="1.0"?><models/>', /is XML, not a table/],
    ['one.json', '{"name": "A"}', /is JSON, but no list of objects/],
    ['data.mdb', Buffer.from('000100005374616e64617264204a6574', 'hex'), /Access database.*export/],
    ['data.parquet', 'PAR1....', /Parquet.*to_csv/],
    ['model.pkl', Buffer.from('80049512', 'hex'), /pickle of Python.*to_csv/],
    ['cut.gz', Buffer.from('1f8b08000000', 'hex'), /cannot be unpacked to its end/],
    ['noise.csv', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251)), /is not text/],
  ])('refuses %s with a sentence', async (name, content, sentence) => {
    const reading = files.read(name, content);
    await expect(reading).rejects.toMatchObject({ code: 'bad_file' });
    await expect(reading).rejects.toThrow(sentence);
  });

  it('refuses a file that has vanished, and a folder', async () => {
    const path = await files.write('gone.csv', 'a\n1\n');
    await rm(path);
    await expect(readTable(path, auto)).rejects.toThrow('gone.csv is no longer there');
    await mkdir(files.path('folder.csv'));
    await expect(readTable(files.path('folder.csv'), auto)).rejects.toThrow('folder.csv is a folder');
  });
});

describe('limits', () => {
  it('refuses ten thousand columns and says how many are allowed', async () => {
    const header = Array.from({ length: 10_000 }, (_, index) => `c${index}`).join(',');
    await expect(files.read('wide.csv', `${header}\n`)).rejects.toThrow(/10,000 columns.*up to 2,000/);
  });

  it('refuses one line of 50 MB quickly', async () => {
    const path = await files.write('line.csv', Buffer.alloc(52_428_800, 'x'));
    const before = processorMs();
    await expect(readTable(path, auto)).rejects.toThrow(/Line 1 of line\.csv is more than 4,000,000 characters/);
    expect(processorMs() - before).toBeLessThan(3_000);
  });

  it('refuses a cell of more than a megabyte, with a hint at the quotation mark', async () => {
    const text = `a,b\n1,"${'x'.repeat(1_100_000)}"\n`;
    await expect(files.read('cell.csv', text)).rejects.toThrow(/cell in row 2 .*quotation mark is never closed/);
  });

  it('stops when it is cancelled', async () => {
    const control = new AbortController();
    const path = await files.write('long.csv', 'a,b\n1,2\n'.repeat(500_000));
    const reading = readTable(path, { ...auto, signal: control.signal, onProgress: () => control.abort() });
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('reports progress up to the end', async () => {
    const seen: number[] = [];
    await files.read('progress.csv', 'a,b\n1,2\n'.repeat(400_000), {
      onProgress: (done, total) => seen.push(done / total),
    });
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });
});
