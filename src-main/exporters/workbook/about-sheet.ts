import type { Cell, Row, Sheet } from '../xlsx/cells';
import type { CellWriter } from './cell-writer';

export interface AboutFacts {
  readonly portfolio: string;
  readonly now: string;
  readonly contentHash: string;
  /** What others who share the portfolio do not have yet; '' = nothing. */
  readonly unshared: string;
  readonly appVersion: string;
  /** What was left out, as a sentence; '' = nothing. */
  readonly redaction: string;
  /** True: the investment sheets are left out because their inputs are amounts. */
  readonly withoutCases: boolean;
  readonly scenarios: number;
  readonly assessments: number;
  /** Models with a health, and how many of them the sheet holds. */
  readonly drift: { readonly total: number; readonly shown: number };
  /** Names of the sheets behind this one. */
  readonly sheets: readonly string[];
}

/** What this workbook is, of which moment, and where its numbers come from. */
export function aboutSheet(write: CellWriter, facts: AboutFacts): Sheet {
  const line = (label: string, cell: Cell | null): Row => [{ value: label, look: 'bold' }, cell];
  const note = (label: string, value: string): Row => line(label, { value, look: 'wrap' });
  const about = (name: string, value: string): Row[] =>
    facts.sheets.includes(name)
      ? [
          [
            { value: name, link: { sheet: name, cell: 'A1' } },
            { value, look: 'wrap' },
          ],
        ]
      : [];
  const rows: Row[] = [
    [{ value: `${facts.portfolio}: model portfolio`, look: 'title' }],
    [],
    line('Portfolio', write.text(facts.portfolio)),
    line('Made on', write.date(facts.now)),
    line('Hash of the content', write.text(facts.contentHash)),
    ...(facts.unshared === ''
      ? []
      : [note('Not yet shared', `${facts.unshared}: what others make of their copies does not hold them.`)]),
    line('Made with', write.text(`Modelfolio ${facts.appVersion}`)),
    ...(facts.redaction === '' ? [] : [note('Left out', facts.redaction)]),
    [],
    [{ value: 'The sheets; click on one to go there', look: 'bold' }],
    ...Object.entries(sheetNotes(facts)).flatMap(([name, value]) => about(name, value)),
    ...facts.sheets
      .filter((name) => /^Scenario \d+$/.test(name))
      .flatMap((name) => about(name, 'One scenario: its inputs in yellow, and every figure that follows from them.')),
    [],
    note(
      'Formulas',
      'The sheets of the scenarios are live: change a yellow cell and yearly costs, flows, NPV, payback, ROI and break-even follow. “As made” keeps the figures of the day this workbook was made. Costs follow the learning curve, the ramp and the conventions that the program explains beside each figure.',
    ),
    note(
      'Protection',
      'In the sheets of the scenarios only the yellow cells can be changed, so that no formula is overwritten by accident. There is no password: take the protection off to change anything else.',
    ),
    note(
      'Names',
      'Inputs and key figures have names (S1_discountRate, S1_L2_operateFte, S1_npv_L2_vs_L1): choose one in the name box to go there.',
    ),
    note(
      'Models',
      'The name of a model leads to its row in the inventory. Long texts show their first lines; the cell holds all.',
    ),
  ];
  return { name: 'About', columns: [{ width: 26 }, { width: 110 }], rows };
}

/** What each sheet holds, in the order of the sheets. */
function sheetNotes(facts: AboutFacts): Readonly<Record<string, string>> {
  const { assessments } = facts;
  return {
    Inventory:
      'Every model with every field that the portfolio holds. An empty cell means that nobody has said: unknown is not no.',
    Moves: 'Every change of stage with its effective date, who made it and why.',
    Versions: 'Every version that went live or that a registry knows, with the days from and until which it was live.',
    Approvals: 'Every approval and review, the latest of a model first.',
    Drift: driftNote(facts),
    Retraining: 'What drift or somebody asked to be retrained, and what came of it.',
    Challengers: 'Versions that run, or ran, beside the one that is live.',
    Incidents:
      'The register, the latest first. Hours count from opening; an empty cell means not yet, or not known when.',
    Governance: 'What is owed and late on the day: by text, findings by severity and age, kinds and autonomy.',
    Evidence: 'Everything dated that somebody vouches for, the latest first; documents stay where their links lead.',
    Findings: 'Every finding, closed ones too, with its age in days.',
    Maturity:
      assessments === 0
        ? 'No assessment is finished yet, so this sheet has no rows.'
        : 'Finished assessments, the newest first: scores by component.',
    Assessment:
      assessments === 0
        ? 'No assessment is finished yet, so this sheet has no rows.'
        : 'Each answer beside what the portfolio itself shows.',
    Scenarios: scenariosNote(facts),
    Options:
      'What each option costs and is worth: by year, by quarter where the plan has a start, and adjusted for risk.',
  };
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
