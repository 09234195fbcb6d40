import { textShown } from '#domain/base/formula-text';
import { WORK_LIST_HEADS } from '#domain/governance/worklist/work-list-heads';
import { INCIDENT_HEADS } from '#domain/incidents/incident-heads';
import { EXPORTED_NAMES, MODEL_FIELDS } from '#domain/models/model-fields';
import type { RowBlock } from './table';

/** Heads of each list that the program writes as CSV and reads again, without currencies and other units. */
const LISTS: readonly ReadonlySet<string>[] = [
  new Set(EXPORTED_NAMES.map((name) => MODEL_FIELDS[name].label)),
  new Set(Object.values(INCIDENT_HEADS)),
  new Set(Object.values(WORK_LIST_HEADS)),
];

/** Behind a head: the unit of its numbers. */
const UNIT = / \([^()]+\)$/;

/** Whether a CSV is a list of ours, of whatever columns, also where somebody has added some: most of its heads are those of one list. */
export function isOwnList(labels: readonly string[]): boolean {
  const heads = labels.map((label) => label.replace(UNIT, ''));
  return LISTS.some((list) => heads.filter((head) => list.has(head)).length * 2 > heads.length);
}

/** Texts behind the mark that keeps a spreadsheet from reckoning them. */
export async function* textsShown(blocks: AsyncIterable<RowBlock>): AsyncGenerator<RowBlock> {
  for await (const { rows, numbers } of blocks)
    yield { rows: rows.map((row) => (row.some(isMarked) ? row.map(textShown) : row)), numbers };
}

const isMarked = (cell: string): boolean => cell.startsWith("'");
