import type { Place } from '#domain/governance/worklist/places';
import { WORK_LIST_HEADS } from '#domain/governance/worklist/work-list-heads';
import { EVIDENCE_OUTCOME_LABELS } from '#domain/governance/vocabulary';
import type { Cell } from '../xlsx/cells';
import type { CellWriter } from './cell-writer';
import { type TableSheetColumn, tableColumn } from './table-sheet';

/** Something that is missing of one model, or of the organisation, as a row that its owner fills in. */
export interface WorkListRow extends Place {
  /** '' = of the organisation. */
  readonly modelId: string;
  readonly model: string;
  readonly unit: string;
  readonly tier: number | null;
  readonly owner: string;
  /** ISO; `null`: no day is set. */
  readonly since: string | null;
  readonly label: string;
  readonly texts: string;
  readonly refs: string;
  readonly verify: string;
  readonly how: string;
  readonly choices: readonly string[];
}

/** A list of choices in a cell of a spreadsheet holds so many characters. */
const LIST_CHARACTERS = 250;

const answerCell = ({ place, choices }: WorkListRow): Cell | null => {
  if (place === '') return null;
  const fits =
    choices.length > 0 &&
    !choices.some((choice) => choice.includes(',')) &&
    choices.join(',').length <= LIST_CHARACTERS;
  const problem = 'Choose one of the list, or write it as the column “How” says.';
  return {
    value: null,
    look: 'input',
    ...(fits && { rule: { kind: 'list', among: choices, problem, mayBeEmpty: true } }),
  };
};

const OUTCOMES = Object.values(EVIDENCE_OUTCOME_LABELS);

/** What is missing, and beside it the cells to fill in: of evidence its day and who vouches for it, of all else the answer. */
export function workListColumns(write: CellWriter): readonly TableSheetColumn<WorkListRow>[] {
  const of = tableColumn<WorkListRow>;
  const shown: Cell = { value: null, look: 'input' };
  const ofEvidence = (row: WorkListRow): Cell | null => (row.place.startsWith('evidence:') ? shown : null);
  // A day that is typed there stays a day.
  const ofDay = (row: WorkListRow): Cell | null => ofEvidence(row) && { ...shown, format: write.formats.date };
  const cells: Readonly<Record<keyof typeof WORK_LIST_HEADS, readonly [number, (row: WorkListRow) => Cell | null]>> = {
    model: [36, (row) => write.text(row.model)],
    identifier: [14, (row) => write.text(row.modelId)],
    unit: [22, (row) => write.typed(row.unit)],
    tier: [6, (row) => write.count(row.tier)],
    owner: [20, (row) => write.person(row.owner)],
    since: [12, (row) => write.date(row.since)],
    what: [40, (row) => write.text(row.label)],
    texts: [36, (row) => write.text(row.texts)],
    refs: [24, (row) => write.text(row.refs)],
    verify: [30, (row) => write.long(row.verify)],
    how: [40, (row) => ({ value: row.how, look: 'clip' })],
    answer: [40, answerCell],
    day: [12, ofDay],
    by: [20, ofEvidence],
    validUntil: [12, ofDay],
    outcome: [
      18,
      (row) =>
        row.place.startsWith('evidence:')
          ? {
              value: null,
              look: 'input',
              rule: { kind: 'list', among: OUTCOMES, problem: `One of ${OUTCOMES.join(', ')}.`, mayBeEmpty: true },
            }
          : null,
    ],
    link: [30, ofEvidence],
    place: [26, (row) => (row.place === '' ? null : { value: row.place, look: 'note' })],
    covers: [12, (row) => (row.covers === '' ? null : { value: row.covers, look: 'note' })],
  };
  return Object.entries(WORK_LIST_HEADS).map(([name, head]) => {
    const [width, cell] = cells[name as keyof typeof WORK_LIST_HEADS]; // the keys of the record above
    return of(head, width, cell);
  });
}
