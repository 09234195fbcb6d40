import type { Scenario } from '#contract/scenarios/scenarios';
import type { Cell, Sheet } from '../xlsx/cells';
import type { CellWriter } from './cell-writer';
import { type CaseSheets, SCENARIOS } from './scenario/case-sheets';
import { tableSheet } from './table-sheet';

export interface ScenarioLine {
  readonly scenario: Scenario;
  /** As it may be called. */
  readonly name: string;
  /** What must be said beside its figures. */
  readonly cautions: readonly string[];
  /** Its live sheets; `null`: left out, because their inputs are amounts. */
  readonly sheets: CaseSheets | null;
}

/** The scenarios side by side, each figure taken live from the scenario's own sheet. */
export function scenariosSheet(write: CellWriter, lines: readonly ScenarioLine[]): Sheet {
  const live =
    (key: string, value: (scenario: Scenario) => Cell | null) =>
    ({ scenario, sheets }: ScenarioLine): Cell | null => {
      const cell = value(scenario);
      if (!sheets) return cell;
      return {
        value: cell?.value ?? null,
        format: cell?.format,
        formula: sheets.placeOf(`${key} ${scenario.compare}`),
      };
    };
  const sheetCell =
    (at: number) =>
    ({ sheets }: ScenarioLine): Cell | null => {
      const cell = write.text(sheets?.grids[at]?.name ?? null);
      return cell && { ...cell, link: { sheet: String(cell.value), cell: 'A1' } };
    };
  const orNone = (cell: Cell | null): Cell => cell ?? { value: 'none' };
  return tableSheet<ScenarioLine>(
    SCENARIOS,
    [
      { head: 'Scenario', width: 40, cell: ({ name }) => write.text(name) },
      { head: 'Sheet', width: 14, cell: sheetCell(0) },
      { head: 'Its steps', width: 18, cell: sheetCell(1) },
      { head: 'The plan', width: 10, cell: ({ scenario }) => write.yesNo(scenario.chosen) },
      { head: 'Compares', width: 12, cell: ({ scenario }) => write.text(scenario.compare) },
      { head: 'Years', width: 8, cell: ({ scenario }) => write.count(scenario.result.years) },
      { head: 'Currency', width: 10, cell: ({ scenario }) => write.text(scenario.currency) },
      {
        head: 'NPV',
        width: 18,
        cell: live('npv', ({ result, currency }) => write.sum(result.npv, currency)),
      },
      {
        head: 'Payback (years)',
        width: 16,
        cell: live('payback', ({ result }) =>
          result.payback === null ? { value: 'not within the plan' } : { value: result.payback, format: '0.00' },
        ),
      },
      {
        head: 'ROI',
        width: 14,
        cell: live('roi', ({ result }) => orNone(write.share(result.roi))),
      },
      {
        head: 'Break-even, a steady year (models)',
        width: 18,
        cell: live('breakEvenSteady', ({ result }) => orNone(write.count(result.breakEvenSteady))),
      },
      {
        head: 'Break-even by NPV (models)',
        width: 18,
        cell: live('breakEvenNpv', ({ result }) => orNone(write.count(result.breakEvenNpv))),
      },
      {
        head: 'Before you quote a figure',
        width: 60,
        cell: ({ cautions }) => (cautions.length === 0 ? null : { value: cautions.join(' '), look: 'wrap' }),
      },
      {
        head: 'Its sheet is as made',
        width: 12,
        cell: ({ sheets }) => sheets && { value: 'yes', formula: sheets.placeOf('asMade') },
      },
      { head: 'Assumptions', width: 12, cell: ({ scenario }) => write.count(scenario.origins.assumption) },
      { head: 'Measured', width: 10, cell: ({ scenario }) => write.count(scenario.origins.measured) },
      { head: 'Entered', width: 10, cell: ({ scenario }) => write.count(scenario.origins.entered) },
      { head: 'Author', width: 20, cell: ({ scenario }) => write.person(scenario.author) },
    ],
    lines,
  );
}
