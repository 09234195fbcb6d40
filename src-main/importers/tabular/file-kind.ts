import { badFile } from './failures';

/** First bytes of files that are no tables, and what to call them. */
const MAGIC: readonly (readonly [hex: string, sentence: string])[] = [
  ['89504e470d0a1a0a', 'is a PNG picture, not a table. Choose a CSV or XLSX file.'],
  ['ffd8ff', 'is a JPEG picture, not a table. Choose a CSV or XLSX file.'],
  ['47494638', 'is a GIF picture, not a table. Choose a CSV or XLSX file.'],
  ['25504446', 'is a PDF document, not a table. Ask for the table itself as CSV or XLSX.'],
  [
    'd0cf11e0a1b11ae1',
    'is an old Excel file (.xls) or an encrypted one. Open it in Excel and save it as XLSX without a password, or as CSV.',
  ],
  [
    '53514c69746520666f726d6174203300',
    'is a database, not a table. If it is a portfolio (.modelfolio), open it instead of importing it.',
  ],
  ['1f8b', 'is a compressed file (gzip). Unpack it first and choose the table inside.'],
  ['377abcaf271c', 'is a compressed file (7z). Unpack it first and choose the table inside.'],
  ['526172211a07', 'is a compressed file (RAR). Unpack it first and choose the table inside.'],
  ['50415231', 'is a Parquet file, which is read only where drift is measured. Save it as CSV first.'],
  ['7f454c46', 'is a program, not a table. Choose a CSV or XLSX file.'],
  ['4d5a90', 'is a program, not a table. Choose a CSV or XLSX file.'],
  ['7b5c727466', 'is an RTF document, not a table. Ask for the table itself as CSV or XLSX.'],
];

const ZIP = ['504b0304', '504b0506', '504b0708'];

/** What the content is, whatever the name says; throws with a sentence for what no table can be in. */
export function tellFileKind(fileName: string, bytes: Uint8Array): 'csv' | 'xlsx' {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  if (ZIP.some((magic) => start.startsWith(magic))) return 'xlsx';
  for (const [magic, sentence] of MAGIC) {
    if (start.startsWith(magic)) throw badFile(`${fileName} ${sentence}`);
  }
  return 'csv';
}

/** Refuses text that only looks like one, or that is a table of another sort. */
export function refuseForeignText(fileName: string, start: string): void {
  const text = start.trimStart();
  if (text === '') return;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const control = start.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0;
  if (control > 0 && control / start.length > 0.001) {
    throw badFile(`${fileName} is not text: it holds bytes that no table has. Choose a CSV or XLSX file.`);
  }
  if (/^(<!doctype html|<html|<\?xml|<table)/i.test(text)) {
    throw badFile(
      `${fileName} is a web page or XML, not a table. Open it in a spreadsheet and save it as XLSX or CSV.`,
    );
  }
  if (/^(\{\s*"[^"]*"\s*:|\[\s*\{\s*")/.test(text)) {
    throw badFile(`${fileName} is JSON, not a table. Save it as CSV or XLSX first.`);
  }
}
