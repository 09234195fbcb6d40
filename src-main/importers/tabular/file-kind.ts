import { badFile } from './failures';

const AS_TABLE = 'Ask for the table itself as CSV or XLSX.';
const CHOOSE = 'Choose a table, such as a CSV, XLSX, ODS or JSON file.';

/** First bytes of files that are no tables, and what to call them. */
const MAGIC: readonly (readonly [hex: string, sentence: string])[] = [
  ['89504e470d0a1a0a', `is a PNG picture, not a table. ${CHOOSE}`],
  ['ffd8ff', `is a JPEG picture, not a table. ${CHOOSE}`],
  ['47494638', `is a GIF picture, not a table. ${CHOOSE}`],
  ['52494646', `is a picture or a recording, not a table. ${CHOOSE}`],
  ['49492a00', `is a TIFF picture, not a table. ${CHOOSE}`],
  ['4d4d002a', `is a TIFF picture, not a table. ${CHOOSE}`],
  ['25504446', `is a PDF document, not a table. ${AS_TABLE}`],
  ['7b5c727466', `is an RTF document, not a table. ${AS_TABLE}`],
  [
    '53514c69746520666f726d6174203300',
    'is a database, not a table. If it is a portfolio (.modelfolio), open it instead of importing it.',
  ],
  ['4d464c4501', 'is an encrypted portfolio, not a table. Open it instead of importing it.'],
  [
    '000100005374616e64617264',
    'is an Access database, not a table. In Access, export the table that is needed as XLSX or CSV.',
  ],
  ['377abcaf271c', 'is a compressed file (7z). Unpack it first and choose the table inside.'],
  ['526172211a07', 'is a compressed file (RAR). Unpack it first and choose the table inside.'],
  ['fd377a585a00', 'is a compressed file (xz). Unpack it first and choose the table inside.'],
  ['28b52ffd', 'is a compressed file (Zstandard). Unpack it first and choose the table inside.'],
  ['425a68', 'is a compressed file (bzip2). Unpack it first and choose the table inside.'],
  [
    '50415231',
    'is a Parquet file, which is read only where drift is measured. For an import save it as CSV, in Python: pandas.read_parquet(file).to_csv(name, index=False).',
  ],
  [
    '4152524f5731',
    'is an Arrow (Feather) file. Save it as CSV, in Python: pandas.read_feather(file).to_csv(name, index=False).',
  ],
  ['24464c32', 'is an SPSS file (.sav). Save it in SPSS as XLSX or CSV.'],
  ['7f454c46', `is a program, not a table. ${CHOOSE}`],
  ['4d5a90', `is a program, not a table. ${CHOOSE}`],
];

/** A pickle of Python begins with its protocol, 2 to 5, and one of these marks. */
const PICKLE = /^80(02|03|04|05)[0-9a-f]{2}/;

const ZIP = ['504b0304', '504b0506', '504b0708'];
const GZIP = '1f8b';
/** The old container of Office: workbooks up to 2003, and encrypted ones of today. */
const COMPOUND = 'd0cf11e0a1b11ae1';

export type FileKind = 'text' | 'zip' | 'gzip' | 'compound';

/** What the content is, whatever the name says; throws with a sentence for what no table can be in. */
export function tellFileKind(fileName: string, bytes: Uint8Array): FileKind {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  if (ZIP.some((magic) => start.startsWith(magic))) return 'zip';
  if (start.startsWith(GZIP)) return 'gzip';
  if (start.startsWith(COMPOUND)) return 'compound';
  for (const [magic, sentence] of MAGIC) {
    if (start.startsWith(magic)) throw badFile(`${fileName} ${sentence}`);
  }
  if (PICKLE.test(start) && /\.(pkl|pickle|joblib)$/i.test(fileName))
    throw badFile(
      `${fileName} is a pickle of Python, which could run anything and is not opened. Save the table with to_csv.`,
    );
  return 'text';
}

export type TextKind = 'csv' | 'json' | 'jsonl' | 'html';

/** What a text is, from its beginning; throws with a sentence for what only looks like one. */
export function tellTextKind(fileName: string, start: string): TextKind {
  const text = start.replace(/^\ufeff/, '').trimStart();
  if (text === '') return 'csv';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const control = start.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0;
  if (control > 0 && control / start.length > 0.001) {
    throw badFile(`${fileName} is not text: it holds bytes that no table has. ${CHOOSE}`);
  }
  if (/^(<!doctype html|<html|<table|<meta|<head|<body|<style)/i.test(text)) return pageKind(fileName, text);
  if (text.startsWith('<')) refuseXml(fileName, text);
  if (/^\[\s*[[{\]]/.test(text) || (text.startsWith('[') && /\.json$/i.test(fileName))) return 'json';
  if (/^\{\s*("|\})/.test(text)) return isJsonLines(text) ? 'jsonl' : 'json';
  return 'csv';
}

function pageKind(fileName: string, text: string): TextKind {
  if (/evidently/i.test(text))
    throw badFile(
      `${fileName} is the web page of an Evidently report, whose figures are drawn and not held as such. Export the report with save_json and choose that file.`,
    );
  return 'html';
}

function refuseXml(fileName: string, text: string): void {
  if (/progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet/.test(text))
    throw badFile(`${fileName} is a workbook in XML of 2003. Open it in Excel or LibreOffice and save it as XLSX.`);
  if (text.includes('urn:oasis:names:tc:opendocument'))
    throw badFile(`${fileName} is a flat OpenDocument file. Save it as ODS or XLSX.`);
  if (/^<(\?xml|[a-z!])/i.test(text))
    throw badFile(`${fileName} is XML, not a table. Open it in a spreadsheet and save it as XLSX or CSV.`);
}

/** One whole object on the first line, and another one after it. */
function isJsonLines(text: string): boolean {
  const lines = text.split('\n', 3).map((line) => line.trim());
  return isObject(lines[0]) && (lines.length < 2 || lines[1] === '' || lines[1]?.startsWith('{') === true);
}

function isObject(line: string | undefined): boolean {
  if (line === undefined || !line.endsWith('}')) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
