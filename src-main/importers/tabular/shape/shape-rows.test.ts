import { describe, expect, it } from 'vitest';
import { makeXlsx } from '../../testing/make-xlsx';
import { tempFiles } from '../../testing/temp-files';
import { openTable } from '../open-table';
import type { RowBlock, Table } from '../table';

const files = tempFiles();
const codes = (table: Table): string[] => table.problems.map(({ row, code }) => `${row} ${code}`);

const row = (number: number, cells: Readonly<Record<string, string>>): string => {
  const inner = Object.entries(cells).map(
    ([column, text]) => `<c r="${column}${number}" t="inlineStr"><is><t>${text}</t></is></c>`,
  );
  return `<row r="${number}">${inner.join('')}</row>`;
};

const sheet = (rows: readonly Readonly<Record<string, string>>[], merged: readonly string[]): Uint8Array =>
  makeXlsx({ sheets: [{ name: 'S', rows: rows.map((cells, index) => row(index + 1, cells)).join(''), merged }] });

describe('rows of totals', () => {
  it.each([
    ['an English word', 'Name,Value\nA,1\nB,2\nTotal,3\n', ['4 total_row']],
    ['a German word', 'Name;Wert\nA;1,5\nB;2\nSumme:;3,5\n', ['4 total_row']],
    ['a French one', 'Nom,Valeur\nA,1\nB,2\nTotal général,3\n', ['4 total_row']],
    ['a Dutch one, without a number', 'Naam,Waarde\nA,1\nTotaal,\n', ['3 total_row']],
    ['a Polish one', 'Nazwa,Wartość\nA,1\nB,2\nSUMA,3\n', ['4 total_row']],
    ['a number behind the word', 'Name,Note\nA,x\nTotal: 1,\n', ['3 total_row']],
    [
      'totals of parts that add up',
      'Name,V\nA,1\nB,2\nTotal Retail,3\nC,4\nTotal Cards,4\nTotal,7\n',
      ['4 total_row', '6 total_row', '7 total_row'],
    ],
    ['no word, but sums', 'Name,V,W\nA,1,10\nB,2,20\n,3,30\n', ['4 total_row']],
  ])('are left out and said to be: %s', async (_what, text, expected) => {
    const table = await files.read('totals.csv', text);
    expect(codes(table)).toEqual(expected);
    expect(table.rows.flat().join(' ')).not.toMatch(/total|summe|totaal|suma/i);
  });

  it.each([
    ['a model of that name', 'Name,Unit\nTotal,Retail\nTotal loss,Claims\n'],
    ['a model whose name begins so', 'Name,Value\nA,5\nTotal loss,7\n'],
    ['a row of numbers that add up to nothing', 'Name,V\nA,1\nB,2\n,4\n'],
    ['a number that comes again, without a name', 'Name,V\n,007\n,text\n,007\nA,\n'],
    ['a table of one column', 'Name\nA\nTotal\n'],
    ['ids that happen to be numbers', 'Id,V\n1,1\n2,2\n3,3\n'],
  ])('are not %s', async (_what, text) => {
    const table = await files.read('models.csv', text);
    expect(codes(table)).toEqual([]);
    expect(table.rows).toHaveLength(text.trim().split('\n').length - 1);
  });

  it('stay where they are to be kept', async () => {
    const table = await files.read('kept.csv', 'Name,V\nA,1\nTotal,1\n', { totals: 'keep' });
    expect(table).toMatchObject({
      rows: [
        ['A', '1'],
        ['Total', '1'],
      ],
      problems: [],
    });
  });
});

describe('merged cells', () => {
  it('are filled down and right, below the header, with the range said', async () => {
    const rows = [
      { A: 'AI inventory 2025' },
      { A: 'Name', B: 'Unit', C: 'Stage', D: 'Note' },
      { A: 'Churn', B: 'Retail', C: 'Live', D: 'x' },
      { A: 'Fraud', C: 'Live' },
      { A: 'Both', C: 'Live' },
      { A: 'Next', B: 'Cards', C: 'Live', D: 'y' },
    ];
    const table = await files.read('merged.xlsx', sheet(rows, ['A1:D1', 'B3:B4', 'C5:D5', 'A3:A3']));
    expect(table).toMatchObject({ headerRow: 2, labels: ['Name', 'Unit', 'Stage', 'Note'] });
    expect(table.rows).toEqual([
      ['Churn', 'Retail', 'Live', 'x'],
      ['Fraud', 'Retail', 'Live', ''],
      ['Both', '', 'Live', 'Live'],
      ['Next', 'Cards', 'Live', 'y'],
    ]);
    expect(codes(table)).toEqual(['1 above_header', '3 merged_cells', '3 merged_cells', '5 merged_cells']);
  });

  it('over the width of the table are headings, not models', async () => {
    const rows = [{ A: 'Name', B: 'Unit', C: 'Tier' }, { A: 'Retail models' }, { A: 'Churn', B: 'R', C: '1' }];
    const table = await files.read('headed.xlsx', sheet(rows, ['A2:C2']));
    expect(table.rows).toEqual([['Churn', 'R', '1']]);
    expect(codes(table)).toEqual(['2 heading_row']);
  });

  it('in a header of two rows make one label of both', async () => {
    const rows = [
      { A: 'Name', B: 'Risk', D: 'Unit' },
      { B: 'Tier', C: 'Score' },
      { A: 'Churn', B: '1', C: '0.5', D: 'R' },
    ];
    const table = await files.read('two.xlsx', sheet(rows, ['A1:A2', 'B1:C1', 'D1:D2']));
    expect(table.labels).toEqual(['Name', 'Risk / Tier', 'Risk / Score', 'Unit']);
    expect(table.rows).toEqual([['Churn', '1', '0.5', 'R']]);
  });
});

describe('names of groups of columns above the header', () => {
  const groups = { A: 'Model', C: 'Lifecycle' };
  const merged = ['A1:B1', 'C1:D1'];
  const data = [
    { A: 'K-1', B: 'Churn', C: 'Live', D: '2024' },
    { A: 'K-2', B: 'Fraud', C: 'Pilot' },
  ];

  it('are no header', async () => {
    const rows = [groups, { A: 'ID', B: 'Name', C: 'Stage', D: 'Deployed on' }, ...data];
    const table = await files.read('groups.xlsx', sheet(rows, merged));
    expect(table.labels).toEqual(['ID', 'Name', 'Stage', 'Deployed on']);
    expect(table.rows).toEqual([
      ['K-1', 'Churn', 'Live', '2024'],
      ['K-2', 'Fraud', 'Pilot', ''],
    ]);
  });

  it('tell columns of one name apart', async () => {
    const rows = [groups, { A: 'ID', B: 'Date', C: 'Stage', D: 'Date' }, ...data];
    const table = await files.read('groups.xlsx', sheet(rows, merged));
    expect(table.labels).toEqual(['ID', 'Model / Date', 'Stage', 'Lifecycle / Date']);
  });

  it('are the header where data stand below', async () => {
    const table = await files.read('groups.xlsx', sheet([groups, ...data], merged));
    expect(table.labels).toEqual(['Model', 'Model (2)', 'Lifecycle', 'Lifecycle (2)']);
    expect(table.rows).toHaveLength(2);
  });
});

describe('names of groups in a file without merged cells', () => {
  const labels = 'ID,Name,Stage,Deployed on,Owner,Tier';
  const data = ['K-1,Churn,Live,2024,Ann,1', 'K-2,Fraud,Live,,Bob,2', 'K-3,Letters,Pilot,,Cleo,2'];
  const read = (...lines: readonly string[]) => files.read('groups.csv', `${lines.join('\n')}\n`);

  it('are no header, and are said to stand above it', async () => {
    const table = await read('Section 1: what it is,,Section 2: its life,,,', labels, ...data);
    expect(table).toMatchObject({ headerRow: 2, labels: labels.split(',') });
    expect(table.rows).toHaveLength(3);
    expect(codes(table)).toEqual(['1 above_header']);
  });

  it('tell columns of one name apart', async () => {
    const table = await read('Model,,Life,,,', 'ID,Date,Stage,Date,Owner,Tier', ...data);
    expect(table.labels).toEqual(['ID', 'Model / Date', 'Stage', 'Life / Date', 'Owner', 'Tier']);
  });

  it('may have no column left of one part of a form, not of several', async () => {
    const wide = (line: string, more: string) => `${line},${more},,`;
    const below = [wide(labels, 'Purpose,Notes'), ...data.map((line, at) => wide(line, `p${at},n${at}`))];
    const form = await read('One,,,Two,,,Three,,Four,', ...below);
    expect(form).toMatchObject({ headerRow: 2, labels: [...labels.split(','), 'Purpose', 'Notes'] });
    expect((await read('One,,,Two,,,,,Four,Five', ...below)).headerRow).toBe(1);
  });

  it.each([
    ['a row of the table comes again below', ['Name,,Stage,,,', 'Churn,a,Live,b,c,d', 'Fraud,e,Live,f,g,h']],
    ['a row of the table holds a date', ['Name,,Stage,,,', 'Churn,a,On,2024-01-02,c,d', 'Fraud,e,Up,x,g,d']],
    ['a row of the table holds a number', ['Name,,Stage,,,', 'Churn,a,On,4,c,d', 'Fraud,e,Up,5,g,d']],
    ['nothing bears it out', ['Name,,Stage,,,', 'Churn,a,On,b,c,d', 'Fraud,e,Up,f,g,h']],
    ['most columns have a name', ['Name,Unit,Stage,Tier,,', 'Churn,a,On,b,c,d', 'Fraud,e,Up,f,g,d']],
  ])('are the header where %s', async (_what, lines) => {
    const table = await read(...lines);
    expect(table.headerRow).toBe(1);
    expect(table.rows).toHaveLength(lines.length - 1);
  });
});

describe('a cover sheet', () => {
  const cover = row(1, { A: 'Model inventory' }) + row(2, { A: 'as of', B: '30 June' });
  const inventory = row(1, { A: 'Name', B: 'Stage' }) + row(2, { A: 'Churn', B: 'Live' });
  const chosen = async (...sheets: readonly { readonly name: string; readonly rows: string }[]) =>
    (await files.read('cover.xlsx', makeXlsx({ sheets }))).chosenSheets;

  it('is passed over where a table follows, and read where none does', async () => {
    expect(await chosen({ name: 'Cover', rows: cover }, { name: 'Models', rows: inventory })).toEqual(['Models']);
    expect(await chosen({ name: 'Cover', rows: cover }, { name: 'Empty', rows: '' })).toEqual(['Cover']);
  });
});

describe('a table of any length', () => {
  it('gives its rows in blocks, as often as they are asked for', async () => {
    const text = `a,b\n${Array.from({ length: 60_000 }, (_, n) => `${n},"text ${n}"`).join('\n')}\n`;
    const path = await files.write('long.csv', text);
    const table = await openTable(path, { encoding: 'auto', delimiter: 'auto' });
    expect(table.labels).toEqual(['a', 'b']);
    for (let time = 0; time < 2; time += 1) {
      const blocks: RowBlock[] = [];
      for await (const block of table.rows({})) blocks.push(block);
      expect(blocks.length).toBeGreaterThan(3);
      const rows = blocks.flatMap((block) => block.rows);
      expect(rows).toHaveLength(60_000);
      expect(rows.at(-1)).toEqual(['59999', 'text 59999']);
      expect(blocks.at(-1)?.numbers.at(-1)).toBe(60_001);
    }
    for await (const _block of table.rows({})) break;
  });
});
