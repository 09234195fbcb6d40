import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { ownTemplate } from '../../../resources/deck/own-template';
import { zipParts } from '../../exporters/deck/package/zip-parts';
import { mutate, mutatePart } from './mutate';
import { portfolioBytes } from './portfolios';

/** How a file is read: each by every door that a person could push it through. */
export type Door = 'table' | 'columns' | 'drift' | 'template' | 'portfolio';

/** A good file, to be damaged. */
export interface Base {
  readonly name: string;
  /** Its name decides nothing but what is said. */
  readonly file: string;
  readonly doors: readonly Door[];
  /** An archive whose parts are damaged, too. */
  readonly parts: boolean;
  /** How often it is damaged, beside the others. */
  readonly turns: number;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
}

const IMPORTERS = join(import.meta.dirname, '../../importers');
const sample = (path: string) => (): Uint8Array => readFileSync(join(IMPORTERS, path));

const ROWS = 300;
const numbered = <T>(make: (n: number) => T): T[] => Array.from({ length: ROWS }, (_, n) => make(n));

const CSV = ['Name;Wert;Tag', ...numbered((n) => `Größe ${n};"1,${n}";2024-05-${10 + (n % 20)}`), 'Summe;3,5;'].join(
  '\n',
);
const LIST = numbered((n) => ({ name: `Model ${n}`, owner: { team: `é${n}` }, tags: ['a', `"${n}`], value: n / 7 }));
const PAGE = `<html><table>${'<tr><td rowspan=2>Retail<td colspan="2">a&amp;b<td>Größe</tr>'.repeat(30)}</table>`;

/** Plain and packed, with a dictionary, with what is missing and with several groups of rows. */
const parquet = (codec: 'UNCOMPRESSED' | 'SNAPPY', rowGroupSize: number) => (): Uint8Array =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: 'x', data: numbered((n) => (n % 7 === 0 ? null : n / 3)), type: 'DOUBLE' },
        { name: 'count', data: numbered((n) => n % 13), type: 'INT32' },
        { name: 'text', data: numbered((n) => (n % 11 === 0 ? null : `kind ${n % 5}`)), type: 'STRING' },
        { name: 'flag', data: numbered((n) => n % 2 === 0), type: 'BOOLEAN' },
        { name: 'day', data: numbered((n) => new Date(Date.UTC(2024, 0, 1 + n))), type: 'TIMESTAMP' },
      ],
      codec,
      rowGroupSize,
    }),
  );

/** These take several times as long as others. */
const SLOW: ReadonlySet<string> = new Set([
  ...['ods', 'xls long', 'nannyml sqlite', 'zip', 'xlsx'],
  ...['portfolio', 'encrypted portfolio'],
]);

const base = (name: string, file: string, doors: readonly Door[], bytes: Base['bytes'], parts = false): Base => ({
  name,
  file,
  doors,
  parts,
  turns: SLOW.has(name) ? 1 : 4,
  bytes,
});

/** Of every kind of file that is read. */
export const BASES: readonly Base[] = [
  base('parquet', 'a.parquet', ['columns', 'table'], parquet('UNCOMPRESSED', 100)),
  base('parquet snappy', 'a.parquet', ['columns', 'table'], parquet('SNAPPY', 300)),
  base('csv', 'a.csv', ['table', 'columns', 'drift'], () => Buffer.from(CSV, 'latin1')),
  base('csv gzip', 'a.csv.gz', ['table'], () => gzipSync(CSV)),
  base('json', 'a.json', ['table', 'drift'], () => strToU8(JSON.stringify({ data: LIST }))),
  base('json lines', 'a.jsonl', ['table'], () => strToU8(LIST.map((one) => JSON.stringify(one)).join('\n'))),
  base('html', 'a.html', ['table'], () => strToU8(PAGE)),
  base('xlsx', 'a.xlsx', ['table'], sample('tabular/samples/inventory.xlsx'), true),
  base('ods', 'a.ods', ['table'], sample('tabular/samples/inventory.ods'), true),
  base('xls', 'a.xls', ['table'], sample('tabular/samples/inventory.xls')),
  base('xls long', 'b.xls', ['table'], sample('tabular/samples/long-texts.xls')),
  base(
    'zip',
    'a.zip',
    ['table', 'drift'],
    () => zipSync({ 'a.csv': strToU8(CSV), 'b.json': strToU8(JSON.stringify(LIST)) }),
    true,
  ),
  base(
    'zip of reports',
    'r.zip',
    ['drift'],
    () => zipSync({ 'r.json': sample('drift/samples/evidently-0.5.1.json')() }),
    true,
  ),
  base('evidently', 'e.json', ['drift'], sample('drift/samples/evidently-0.4.22.json')),
  base('evidently 0.7', 'f.json', ['drift'], sample('drift/samples/evidently-0.7.23-snapshot.json')),
  base('whylogs', 'w.json', ['drift'], sample('drift/samples/whylogs-1.6.4-scores.json')),
  base('nannyml csv', 'n.csv', ['drift'], sample('drift/samples/nannyml-0.13.1-univariate.csv')),
  base('nannyml xlsx', 'n.xlsx', ['drift'], sample('drift/samples/nannyml-0.12.1-univariate.xlsx'), true),
  base('nannyml sqlite', 'n.sqlite', ['drift', 'table'], sample('drift/samples/nannyml-0.13.1.sqlite')),
  base('template', 'a.potx', ['template'], () => zipParts(new Map([...ownTemplate])), true),
  base('evidently sqlite', 'e.sqlite', ['drift'], sample('drift/samples/evidently-0.7.23.sqlite')),
  base('portfolio', 'a.modelfolio', ['portfolio', 'table'], () => portfolioBytes(false)),
  base('encrypted portfolio', 'a.modelfolio', ['portfolio'], () => portfolioBytes(true)),
];

/** A base, damaged in the way of a seed; of an archive with an odd seed inside of a part. */
export const damaged = (base: Base, content: Uint8Array, seed: number): Uint8Array =>
  base.parts && seed % 2 === 1 ? mutatePart(content, seed) : mutate(content, seed);
