import type { Problem } from '#contract/imports/parts';
import { fold } from '#domain/base/fold';
import { badFile } from './failures';
import { uniqueLabels } from './labels';
import { openFile } from './open-file';
import { isOwnList, textsShown } from './own-list';
import { headOf, type ShapeRules, type SheetHead, shapeRows } from './shape/shape-rows';
import type { OpenedFile, OpenTable, Pass, ReadOptions, RowBlock, SheetInfo, SheetReader } from './table';

/** One sheet that is read, with where its columns stand in the table. */
interface Chosen {
  readonly name: string;
  readonly reader: SheetReader;
  readonly head: SheetHead;
  /** Column of the sheet for each column of the table; `null`: in the same order. */
  readonly order: readonly number[] | null;
}

/**
 * Opens any table, found by its content: text with delimiters, XLSX, ODS, XLS, lists in JSON, tables of a web page, and texts
 * in ZIP or gzip. Only its beginning is read until rows are asked for. Failures are `bad_file` with a sentence for the
 * person, or `cancelled`.
 */
export async function openTable(path: string, options: ReadOptions): Promise<OpenTable> {
  const file = await openFile(path, options);
  const rules: ShapeRules = { fileName: file.fileName, keepTotals: options.totals === 'keep' };
  const { chosen, hidden } = await choose(file, rules, options);
  const [first] = chosen;
  if (!first) throw badFile(`${file.fileName} holds no rows: every cell in it is empty.`);
  const several = chosen.length > 1;
  const labels = several ? [...first.head.labels, sheetLabel(first.head.labels)] : first.head.labels;
  const marked = file.fileKind === 'csv' && isOwnList(labels);
  const { encoding } = first.reader;
  const notes = [...(hidden ? [hiddenSheet(first.name)] : []), ...oddEncoding(first.reader)];
  return {
    fileName: file.fileName,
    fileKind: file.fileKind,
    encoding: encoding?.label ?? '',
    encodingCertain: encoding?.certain ?? true,
    encodings: encoding?.choices ?? [],
    delimiter: first.reader.delimiter,
    sheets: file.sheets,
    chosenSheets: file.sheets.length === 0 ? [] : chosen.map(({ name }) => name),
    headerRow: first.head.headerRow,
    labels,
    contentHash: file.contentHash,
    rows: (pass) => {
      const blocks = readRows(chosen, rules, notes, pass);
      return marked ? textsShown(blocks) : blocks;
    },
  };
}

async function* readRows(
  chosen: readonly Chosen[],
  rules: ShapeRules,
  notes: readonly Problem[],
  pass: Pass,
): AsyncGenerator<RowBlock> {
  for (const note of notes) pass.report?.(note);
  if (chosen.length === 1 && chosen[0]) {
    yield* shapeRows(chosen[0].reader, rules, pass);
    return;
  }
  let last = 0;
  for (const { name, reader, order } of chosen) {
    // Numbers go on behind those of the sheet before, so that a row is named by its number alone.
    const offset = last;
    let begun = false;
    const own: Pass = {
      ...pass,
      report: (problem) => {
        last = Math.max(last, problem.row + offset);
        pass.report?.(placed(problem, name, offset));
      },
    };
    for await (const { rows, numbers } of shapeRows(reader, rules, own)) {
      if (!begun && numbers[0] !== undefined) {
        pass.part?.({ sheet: name, firstRow: numbers[0] + offset, offset });
        begun = true;
      }
      last = Math.max(last, (numbers.at(-1) ?? 0) + offset);
      yield {
        rows: rows.map((row) => [...(order ? order.map((column) => row[column] ?? '') : row), name]),
        numbers: numbers.map((number) => number + offset),
      };
    }
  }
}

const placed = (problem: Problem, sheet: string, offset: number): Problem => ({
  ...problem,
  row: problem.row === 0 ? 0 : problem.row + offset,
  message: `Sheet “${sheet}”: ${problem.message}`,
});

interface Choice {
  readonly chosen: readonly Chosen[];
  /** A hidden sheet was taken because no other has data. */
  readonly hidden: boolean;
}

/**
 * The sheets that were asked for, else the first one with data; hidden ones only where there is no other. A cover sheet, of which all
 * stands in one column, is passed over where a table follows.
 */
async function choose(file: OpenedFile, rules: ShapeRules, options: ReadOptions): Promise<Choice> {
  const wanted = options.sheets?.length ? options.sheets : options.sheet === undefined ? null : [options.sheet];
  if (file.sheets.length === 0) {
    const reader = await file.reader('');
    const head = await headOf(reader, rules, options.signal);
    return { chosen: head ? [{ name: '', reader, head, order: null }] : [], hidden: false };
  }
  if (wanted) return { chosen: await wantedSheets(file, rules, wanted, options.signal), hidden: false };
  const visible = file.sheets.filter(({ state }) => state === 'visible');
  const others = file.sheets.filter(({ state }) => state !== 'visible');
  let cover: Choice | null = null;
  for (const sheet of [...visible, ...others]) {
    const hidden = sheet.state !== 'visible';
    if (cover && hidden) break;
    const reader = await file.reader(sheet.name);
    const head = await headOf(reader, rules, options.signal);
    if (!head) continue;
    const choice: Choice = { chosen: [{ name: sheet.name, reader, head, order: null }], hidden };
    if (head.labels.length > 1 || hidden || !isWorkbook(file)) return choice;
    cover ??= choice;
  }
  if (cover) return cover;
  throw badFile(`${file.fileName} holds no rows. None of its ${thingsOf(file)} has data.`);
}

async function wantedSheets(
  file: OpenedFile,
  rules: ShapeRules,
  wanted: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly Chosen[]> {
  const chosen: Chosen[] = [];
  for (const name of new Set(wanted)) {
    if (!file.sheets.some((sheet) => sheet.name === name)) throw noSuchSheet(file, name);
    const reader = await file.reader(name);
    const head = await headOf(reader, rules, signal);
    if (!head)
      throw badFile(`${file.fileName} holds no rows in its ${thingOf(file)} "${name}": none of its cells has data.`);
    const [first] = chosen;
    chosen.push({ name, reader, head, order: first ? orderOf(file.fileName, first, { name, head }) : null });
  }
  return chosen;
}

/** Where the columns of the first sheet stand in another one with the same labels; refused where they differ. */
function orderOf(fileName: string, first: Chosen, other: Pick<Chosen, 'name' | 'head'>): readonly number[] | null {
  const places = new Map(other.head.labels.map((label, index) => [fold(label), index]));
  const known = new Set(first.head.labels.map(fold));
  const missing = first.head.labels.filter((label) => !places.has(fold(label)));
  const more = other.head.labels.filter((label) => !known.has(fold(label)));
  if (missing.length + more.length > 0) {
    const differences = [
      ...(missing.length > 0 ? [`${quoted(missing)} only in “${first.name}”`] : []),
      ...(more.length > 0 ? [`${quoted(more)} only in “${other.name}”`] : []),
    ];
    throw badFile(
      `The sheets “${first.name}” and “${other.name}” of ${fileName} do not have the same headers: ${differences.join(', ')}. Import them one by one, or give them the same headers.`,
    );
  }
  const order = first.head.labels.map((label) => places.get(fold(label)) ?? 0);
  return order.every((place, index) => place === index) ? null : order;
}

const quoted = (labels: readonly string[]): string =>
  labels
    .slice(0, 5)
    .map((label) => `“${label.slice(0, 60)}”`)
    .join(', ');

function noSuchSheet(file: OpenedFile, name: string): Error {
  const names = file.sheets.slice(0, 20).map((sheet) => sheet.name);
  return badFile(
    `${file.fileName} has no ${thingOf(file)} "${name}". It has: ${names.join(', ')}. Choose one of these.`,
  );
}

const isWorkbook = ({ fileKind }: OpenedFile): boolean => ['xlsx', 'ods', 'xls'].includes(fileKind);
const thingOf = (file: OpenedFile): string => (isWorkbook(file) ? 'worksheet' : 'table');
const thingsOf = (file: OpenedFile): string => (isWorkbook(file) ? 'worksheets' : 'tables');

/** The column that says which sheet a row is from, under a name that no other column has. */
const sheetLabel = (labels: readonly string[]): string =>
  uniqueLabels([...labels, 'Sheet'], labels.length + 1).at(-1) ?? 'Sheet';

function hiddenSheet(name: string): Problem {
  const message = `The sheet “${name}” is hidden in the workbook. It was read because no other sheet has data.`;
  return { row: 0, column: '', code: 'hidden_sheet', message, value: name, effect: 'note' };
}

function oddEncoding({ encoding }: SheetReader): readonly Problem[] {
  if (encoding && !encoding.certain) {
    const others = encoding.choices.slice(1).map((choice) => choice.encoding);
    const message = `The file could be written in ${encoding.label}, as which it was read, or in ${others.join(', ')}. Look at its texts, and choose the encoding in which they are right.`;
    return [{ row: 0, column: '', code: 'encoding_uncertain', message, value: encoding.label, effect: 'note' }];
  }
  if (encoding?.oddLines === undefined) return [];
  const lines = encoding.oddLines === 1 ? 'One line of the file is' : `${encoding.oddLines} lines of the file are`;
  const message = `${lines} not in UTF-8 as the others are; what stands there was read as windows-1252. Look whether it is right.`;
  return [{ row: 0, column: '', code: 'mixed_encoding', message, value: '', effect: 'note' }];
}

export const sheetNames = (sheets: readonly SheetInfo[]): string[] => sheets.map(({ name }) => name);
