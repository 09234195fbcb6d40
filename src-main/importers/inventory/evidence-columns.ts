import type { EvidenceColumns } from '#contract/imports/duties';
import type { Problem } from '#contract/imports/parts';
import { fold } from '#domain/base/fold';
import { quote } from '#domain/base/parsed';
import { type DateOrder, isoOf, readDay } from '#domain/base/typed-date';
import { EVIDENCE_KINDS } from '#domain/governance/evidence-kinds';
import type { EvidenceOutcome } from '#domain/governance/vocabulary';

/** Evidence that a row tells of. Days are ISO. */
export interface RowEvidence {
  readonly kind: string;
  readonly on: string;
  readonly by: string;
  readonly outcome: EvidenceOutcome;
  readonly until: string | null;
  /** As the file says it. */
  readonly note: string;
}

type Report = (problem: Problem) => void;
export type EvidenceReader = (row: number, cells: readonly string[], report: Report) => readonly RowEvidence[];

interface Days {
  readonly dateOrder: DateOrder;
  /** ISO day; later ones are refused. */
  readonly today: string;
}

/** How inventories write what came out; what is not among them is not guessed. */
const OUTCOMES: readonly (readonly [EvidenceOutcome, RegExp])[] = [
  ['failed', /^(fail(ed)?|rejected|not (approved|passed|validated|fit.*)|unsatisfactory|declined)$/],
  [
    'passed_with_findings',
    /^(passed|approved|satisfactory|valid(ated)?|fit).*(with|subject to|condition|finding|restriction|limit)|^conditional/,
  ],
  ['passed', /^(pass(ed)?|approved|satisfactory|valid(ated)?|fit( for (use|purpose))?|no findings?|ok)$/],
  ['done', /^(done|complete[d]?|performed|yes)$/],
];

/** Reads the evidence that the rows of a table tell of. A blank day tells of none. */
export function evidenceReader(
  mapped: readonly EvidenceColumns[],
  find: (label: string) => number | undefined,
  isEmpty: (cell: string) => boolean,
): (days: Days) => EvidenceReader {
  const columns = mapped.flatMap((one) => {
    const on = find(one.on);
    if (on === undefined || !EVIDENCE_KINDS.some(({ kind, level }) => kind === one.kind && level === 'model'))
      return [];
    const place = (label: string | undefined): number | undefined => (label === undefined ? undefined : find(label));
    return { one, on, by: place(one.by), outcome: place(one.outcome), until: place(one.until) };
  });
  return ({ dateOrder, today }) =>
    (row, cells, report) =>
      columns.flatMap(({ one, on, by, outcome, until }): RowEvidence[] => {
        const cell = (at: number | undefined): string => {
          const text = at === undefined ? '' : (cells[at] ?? '').trim();
          return isEmpty(text) ? '' : text;
        };
        const refuse = (column: string, code: string, message: string, value: string): [] => {
          report({ row, column, code, message, value: value.slice(0, 200), effect: 'value_refused' });
          return [];
        };
        const written = cell(on);
        if (written === '') return [];
        const day = readDay(written, { order: dateOrder, shortYears: true });
        if (!day.ok) return refuse(one.on, day.code, day.message, written);
        const given = isoOf(day.value);
        if (given > today)
          return refuse(
            one.on,
            'future_date',
            `${quote(written)} is still to come. Evidence is noted when it is there.`,
            written,
          );
        const said = cell(outcome);
        const found = said === '' ? 'done' : outcomeOf(said, one);
        if (found === null)
          return refuse(
            one.outcome ?? '',
            'outcome_not_read',
            `${quote(said)} is no outcome that is known. Without it the evidence says nothing, and is left out; say what it means under Values.`,
            said,
          );
        const end = cell(until);
        const ends = end === '' ? null : readDay(end, { order: dateOrder, shortYears: true });
        const last = ends?.ok ? isoOf(ends.value) : null;
        if (ends && (last === null || last < given)) {
          const why = ends.ok ? `${quote(end)} lies before its day. It is kept without an end.` : ends.message;
          report({
            row,
            column: one.until ?? '',
            code: 'end_not_read',
            message: why,
            value: end,
            effect: 'value_refused',
          });
        }
        return [
          {
            kind: one.kind,
            on: given,
            by: cell(by).slice(0, 500),
            outcome: found,
            until: last !== null && last >= given ? last : null,
            note: said.slice(0, 5_000),
          },
        ];
      });
}

function outcomeOf(said: string, { outcomes }: EvidenceColumns): EvidenceOutcome | null {
  const own = outcomes.find(({ from }) => fold(from) === fold(said));
  if (own) return own.to;
  const words = fold(said);
  return OUTCOMES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

const DAY =
  /^(date of )?(the )?(last|latest|most recent)? ?((independent )?(model )?validation|validated)( date| on| completed( on)?)?$/;
const OUTCOME = /^(last |latest |model )?validation (outcome|result|status|opinion|conclusion|rating)$/;
const BY = /^(model )?(validator|validated by|validation team|independent validator)$/;
const UNTIL = /^validation (valid (until|to)|expiry|expires|expiration|end)( date)?$/;

/** The columns of the last validation, which every bank's inventory has, by their labels; `null`: no day of one. */
export function guessValidation(labels: readonly string[], isDay: (label: string) => boolean): EvidenceColumns | null {
  const plain = (label: string): string =>
    fold(label)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const on = labels.find(
    (label) => DAY.test(plain(label)) && /date|on$|last|latest|recent/.test(plain(label)) && isDay(label),
  );
  if (on === undefined) return null;
  const named = (pattern: RegExp): string | undefined =>
    labels.find((label) => label !== on && pattern.test(plain(label)));
  const [by, outcome, until] = [named(BY), named(OUTCOME), named(UNTIL)];
  return {
    kind: 'validation',
    on,
    ...(by !== undefined && { by }),
    ...(outcome !== undefined && { outcome }),
    ...(until !== undefined && isDay(until) && { until }),
    outcomes: [],
  };
}
