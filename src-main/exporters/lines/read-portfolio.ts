import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { DomainError } from '../../failure/domain-error';
import type { JournalChangeRow, JournalRow } from '../../store/journal/tables';
import { GENESIS } from '../../store/journal/journal-chain';
import type { Cell, LinePart } from '../../store/lines/line-part';
import { ChainReader } from '../evidence/chain-reader';
import { EvidenceChange, EvidenceEntry } from '../evidence/evidence-file';
import { parsedLine } from '../evidence/evidence-line';
import { type FileLine, fileLines } from '../evidence/file-lines';
import { LinesCheck, LinesEnd, LinesHead } from './portfolio-lines';

/** What a line is, besides those that check the file itself. */
export type ReadLine =
  | { readonly is: 'head'; readonly head: LinesHead }
  | { readonly is: 'part'; readonly line: number; readonly part: LinePart }
  | { readonly is: 'change'; readonly line: number; readonly change: JournalChangeRow }
  | { readonly is: 'entry'; readonly line: number; readonly row: JournalRow };

const AGAIN = 'Nothing was made of it: write the file anew from its portfolio, or copy it once more.';

/** A sentence about a line: what is wrong there, and what to do. @param entry of the journal that it is of */
export const lineFault = (line: number, what: string, entry: number | null = null): DomainError =>
  new DomainError(
    'bad_file',
    `Line ${line} of the file${entry === null ? '' : ` (entry ${entry} of the journal)`} ${what}. ${AGAIN}`,
    { line },
  );

const faultWithin = (from: number, to: number): DomainError =>
  new DomainError('bad_file', `One of the lines ${from} to ${to} of the file is not as it was written. ${AGAIN}`, {
    line: from,
    toLine: to,
  });

/**
 * Reads a portfolio line by line, from the first byte to the last. Every line has to be as it was written; whoever takes them may
 * rely on a line only when this has ended.
 *
 * @throws DomainError `bad_file` with the number of the first line that is not as it was written
 */
export async function* readPortfolioLines(path: string): AsyncGenerator<ReadLine> {
  const digest = createHash('sha256');
  let head: LinesHead | null = null;
  let chain: ChainReader | null = null;
  /** The last line up to which the digest held. */
  let held = 0;
  let end: z.output<typeof LinesEnd>['end'] | null = null;
  let last = 0;
  for await (const line of fileLines(path)) {
    last = line.number;
    if (end !== null) throw lineFault(line.number, 'stands behind the last one');
    if (!line.ended) throw lineFault(line.number, 'breaks off: the file was not copied as a whole');
    if (head === null) {
      head = headOf(line);
      chain = new ChainReader({ from: 1, to: head.entries, before: GENESIS, values: true });
      yield { is: 'head', head };
    } else if (startsWith(line, '{"check":')) {
      const check = parsedLine(line, LinesCheck)?.check;
      const own = digest.copy().digest('hex');
      if (check?.lines !== line.number - 1 || check.sha256 !== own) throw faultWithin(held + 1, line.number);
      held = line.number;
    } else if (startsWith(line, '{"end":')) {
      end = parsedLine(line, LinesEnd)?.end ?? null;
      if (end === null) throw lineFault(line.number, 'is not as it was written');
      if (held !== line.number - 1) throw lineFault(line.number, 'is not where it was written');
    } else if (chain !== null) yield journalLine(line, chain) ?? { is: 'part', line: line.number, part: partOf(line) };
    digest.update(line.bytes).update('\n');
  }
  if (head === null || chain === null) throw notOurs();
  if (end === null) throw lineFault(last + 1, 'is missing, and what follows it: the file was not copied as a whole');
  const missing = chain.missing(end.entries);
  if (missing || end.lines !== last || end.head !== head.head || chain.head !== head.head)
    throw lineFault(missing?.line ?? last, 'does not fit the first one: lines were taken out or put in');
}

const startsWith = ({ bytes }: FileLine, text: string): boolean =>
  bytes.subarray(0, text.length).toString('latin1') === text;

const notOurs = (): DomainError =>
  new DomainError(
    'bad_file',
    'This is no portfolio written as lines: its first line does not say so. Choose a file that exports.lines wrote.',
  );

function headOf(line: FileLine): LinesHead {
  const head = parsedLine(line, LinesHead);
  if (head === null) throw notOurs();
  return head;
}

/** A change or an entry of the journal; `null`: the line is of the tables. */
function journalLine(line: FileLine, chain: ChainReader): ReadLine | null {
  const isChange = startsWith(line, '[');
  if (!isChange && !startsWith(line, '{"entry":')) return null;
  const fault = chain.take(line);
  if (fault !== null) throw lineFault(line.number, fault.what, fault.entry);
  // The chain has parsed the line and found it as it was written.
  return isChange
    ? {
        is: 'change',
        line: line.number,
        change: changeOf(EvidenceChange.parse(JSON.parse(line.bytes.toString('utf8')))),
      }
    : { is: 'entry', line: line.number, row: entryOf(EvidenceEntry.parse(JSON.parse(line.bytes.toString('utf8')))) };
}

const changeOf = ([seq, ord, entity, id, model, before, after]: z.output<typeof EvidenceChange>): JournalChangeRow => ({
  seq,
  ord,
  entity,
  entity_id: id,
  model_id: model,
  before,
  after,
});

function entryOf({ entry, hash }: z.output<typeof EvidenceEntry>): JournalRow {
  const [seq, at, actor, kind, channel, label, ref, undoPrev, undoTop, redoPrev, redoTop, changes, , before] = entry;
  return {
    seq,
    at,
    actor,
    kind,
    channel,
    label,
    ref_seq: ref,
    undo_prev: undoPrev,
    undo_top: undoTop,
    redo_prev: redoPrev,
    redo_top: redoTop,
    changes,
    prev_hash: before,
    hash,
  };
}

function partOf(line: FileLine): LinePart {
  const value = parsed(line);
  if (isRecord(value)) {
    const { step, table, row, series, points } = value;
    if (isStep(step)) return { step };
    if (typeof table === 'string' && isRecord(row) && Object.values(row).every(isCell))
      return { table, row: row as Readonly<Record<string, Cell>> }; // each was looked at
    if (Number.isSafeInteger(series) && isRecord(points)) return { series: Number(series), points: points as never }; // whoever takes them looks at each column
  }
  throw lineFault(line.number, 'is none that a portfolio has');
}

function parsed(line: FileLine): unknown {
  try {
    return JSON.parse(line.bytes.toString('utf8'));
  } catch {
    throw lineFault(line.number, 'is not JSON');
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isStep = (value: unknown): value is Extract<LinePart, { step: unknown }>['step'] =>
  isRecord(value) &&
  typeof value.version === 'number' &&
  [value.name, value.hash, value.applied_at].every((text) => typeof text === 'string');

const isCell = (value: unknown): boolean =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'number' ||
  (isRecord(value) && [value.base64, value.number].some((text) => typeof text === 'string'));
