import type { Pair } from '#domain/scenarios/plan/comparison-flows';
import { type CaseFrame, type FieldRange, NOW } from './case-frame';
import { relative } from './grid';
import { FIGURES, FIGURES_ROW, type FigureSpec } from './key-figures';

/** What the program said of a case when the workbook was made. */
export interface SaidAsMade {
  readonly sentence: string;
  /** The day, as it is written. */
  readonly madeOn: string;
  readonly cautions: readonly string[];
}

/** A text in a formula may have 255 characters, and a formula 8,192. */
const LONGEST_LITERAL = 120;
const LONGEST_FORMULA = 7_500;

/** A text of any length as a formula writes it, in pieces that a program takes. */
export function literal(text: string): string {
  const letters = [...text.replaceAll(/\s+/g, ' ')];
  const pieces = Array.from({ length: Math.max(1, Math.ceil(letters.length / LONGEST_LITERAL)) }, (_, at) =>
    letters.slice(at * LONGEST_LITERAL, (at + 1) * LONGEST_LITERAL).join(''),
  );
  return pieces.map((piece) => `"${piece.replaceAll('"', '""')}"`).join('&');
}

/** What two values may differ by and still be shown alike. */
const NEAR: Readonly<Record<FigureSpec['shown'], string>> = {
  money: '0.5',
  share: '0.00005',
  years: '0.005',
  count: '0.5',
};

/** Whether each figure is what it was, texts among them. */
function unchanged(pairs: readonly Pair[]): string {
  const tests = FIGURES.flatMap(({ shown }, line) =>
    pairs.map((_, at) => {
      const row = FIGURES_ROW + line;
      const [now, then] = [relative(NOW + at, row), relative(NOW + pairs.length + at, row)];
      return `IFERROR(ABS(${now}-${then})<${NEAR[shown]}+ABS(${then})*0.0000001,${now}=${then})`;
    }),
  );
  return `IF(IFERROR(AND(${tests.join(',')}),FALSE),"yes","no")`;
}

/** How many cells of a row of inputs hold no number that the field takes. */
function outOfRange({ range, cells, least, most, mayBeEmpty }: FieldRange): string {
  const all = mayBeEmpty ? `COUNT(${range})` : String(cells);
  return `${all}-COUNTIF(${range},">="&${least})+COUNTIF(${range},">"&${most})`;
}

/** Rows under the key figures: whether they are as made, and whether every input can be counted. Answers both places. */
function writeChecks(frame: CaseFrame, pairs: readonly Pair[]): { readonly same: string; readonly bad: string } {
  const { sheet } = frame;
  const first = FIGURES_ROW + FIGURES.length + 1;
  const put = (row: number, label: string, unit: string, formula: string, key: string): string => {
    sheet.put(1, row, { value: label, look: 'bold' });
    sheet.put(2, row, { value: unit, look: 'note' });
    sheet.put(NOW, row, { value: null, formula, format: '0', look: 'bold' });
    frame.mark(key, NOW, row);
    return frame.place(key);
  };
  const basis = frame.place('liveBasis');
  const bad = [...frame.ranges.map(outOfRange), `IF(OR(${basis}="mean",${basis}="end"),0,1)`].join('+');
  return {
    same: put(first, 'Figures are as made', 'yes or no', unchanged(pairs), 'asMade'),
    bad: put(first + 1, 'Inputs that cannot be counted', 'cells', bad, 'badInputs'),
  };
}

/** The sentences at the head of the sheet, which follow its inputs: what the program said stands only while it holds. */
export function writeSaid(frame: CaseFrame, pairs: readonly Pair[], said: SaidAsMade): void {
  const { same, bad } = writeChecks(frame, pairs);
  const put = (row: number, formula: string, otherwise: string): void => {
    const cell = formula.length > LONGEST_FORMULA ? { value: otherwise } : { value: null, formula };
    frame.sheet.put(1, row, { ...cell, look: 'noteWrap', across: frame.width });
  };
  const { sentence, madeOn, cautions } = said;
  const broken = `IF(${bad}=1,"One input is empty",${bad}&" inputs are empty")&", or no number that may stand there. Mend that first: no figure below holds."`;
  const moved = `Inputs have been changed here since this workbook was made on ${madeOn}. The figures below follow them, and those of that day stand beside them; what was said of the plan then no longer holds for this sheet.`;
  const asMade = `As made on ${madeOn}: ${sentence}`;
  put(2, `IF(${bad}>0,${broken},IF(${same}="yes",${literal(asMade)},${literal(moved)}))`, asMade);
  if (cautions.length === 0) return;
  const all = cautions.join(' ');
  const before = literal('Before you quote a figure: ');
  const then = `Of the plan as made on ${madeOn}, which is changed here: `;
  put(4, `IF(${same}="yes",${before},${literal(then)})&${literal(all)}`, `Of the plan as made on ${madeOn}: ${all}`);
}
