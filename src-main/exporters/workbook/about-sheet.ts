import type { Cell, Row, Sheet } from '../xlsx/cells';
import type { CellWriter } from './cell-writer';

export interface AboutFacts {
  readonly portfolio: string;
  readonly now: string;
  readonly contentHash: string;
  readonly appVersion: string;
  /** What was left out, as a sentence; '' = nothing. */
  readonly redaction: string;
  /** True: the investment sheets are left out because their inputs are amounts. */
  readonly withoutCases: boolean;
  readonly scenarios: number;
  readonly assessments: number;
  /** Models with a health, and how many of them the sheet holds. */
  readonly drift: { readonly total: number; readonly shown: number };
}

/** What this workbook is, of which moment, and where its numbers come from. */
export function aboutSheet(write: CellWriter, facts: AboutFacts): Sheet {
  const line = (label: string, cell: Cell | null): Row => [{ value: label, look: 'bold' }, cell];
  const note = (label: string, value: string): Row => line(label, { value, look: 'wrap' });
  const rows: Row[] = [
    [{ value: `${facts.portfolio}: model portfolio`, look: 'title' }],
    [],
    line('Portfolio', write.text(facts.portfolio)),
    line('Made at (UTC)', write.text(facts.now.slice(0, 16).replace('T', ' '))),
    line('Hash of the content', write.text(facts.contentHash)),
    line('Made with', write.text(`Modelfolio ${facts.appVersion}`)),
    ...(facts.redaction === '' ? [] : [note('Left out', facts.redaction)]),
    [],
    note(
      'Inventory',
      'Every model as the portfolio holds it. An empty cell means that nobody has said: unknown is not no.',
    ),
    note('Moves', 'Every change of stage with its effective date, who made it and why.'),
    note('Drift', driftNote(facts)),
    note(
      'Incidents',
      'The register, the latest first. Hours count from opening; an empty cell means not yet, or not known when.',
    ),
    note(
      'Maturity and Assessment',
      facts.assessments === 0
        ? 'No assessment is finished yet, so these sheets have no rows.'
        : 'Finished assessments, the newest first: scores by component, then each answer beside what the portfolio itself shows.',
    ),
    note('Scenarios', scenariosNote(facts)),
    [],
    note(
      'Formulas',
      'The sheets of the scenarios are live: change a yellow cell and yearly costs, flows, NPV, payback, ROI and break-even follow. “As made” keeps the figures of the day this workbook was made. Costs follow the learning curve, the ramp and the conventions that the program explains beside each figure.',
    ),
    note(
      'Names',
      'Inputs and key figures have names (S1_discountRate, S1_L2_operateFte, S1_npv_L2_vs_L1): choose one in the name box to go there.',
    ),
  ];
  return { name: 'About', columns: [{ width: 26 }, { width: 110 }], rows };
}

function driftNote({ drift: { total, shown } }: AboutFacts): string {
  const what =
    'Health of each model in production, and of others with results, with the result that decides; the most urgent first.';
  return shown < total ? `${what} The sheet holds the ${shown} most urgent of ${total} models.` : what;
}

function scenariosNote({ withoutCases, scenarios }: AboutFacts): string {
  if (scenarios === 0) return 'The portfolio has no investment scenario yet.';
  if (withoutCases)
    return 'Figures in bands. The sheets with live formulas are left out, because their inputs are amounts.';
  return 'The investment cases side by side; each has a sheet of its own with inputs and formulas, and one with the steps behind break-even.';
}
