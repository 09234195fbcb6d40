import { type AssessmentFacts, EMPTY_ASSESSMENTS } from './assessments/tables';
import { type DriftFacts, type DriftWorkings, EMPTY_DRIFT } from './drift/tables';
import { EMPTY_GOVERNANCE, type GovernanceFacts } from './governance/tables';
import { EMPTY_IMPORTS, type ImportFacts } from './imports/tables';
import { EMPTY_INCIDENTS, type IncidentFacts } from './incidents/tables';
import type { JournalChangeRow, JournalTables } from './journal/tables';
import { EMPTY_MODELS, type ModelFacts } from './models/tables';
import { EMPTY_PORTFOLIO, type PortfolioFacts } from './portfolio/tables';
import { EMPTY_REPORTS, type ReportFacts } from './reports/tables';
import { EMPTY_SCENARIOS, type ScenarioFacts } from './scenarios/tables';
import type { SharingTables } from './shared/tables';

/**
 * The list of all tables, a line a subject. Each subject says in its own `tables.ts` how its rows lie in the file:
 * snake_case columns, JSON as text, booleans as 0 and 1. A room takes rows from there and not from here, so that none
 * knows all others.
 */

/** The tables whose rows are facts: each change of them is journaled and can be undone. */
export interface FactTables
  extends PortfolioFacts,
    ModelFacts,
    ImportFacts,
    AssessmentFacts,
    DriftFacts,
    IncidentFacts,
    ScenarioFacts,
    ReportFacts,
    GovernanceFacts {}
export type FactTable = keyof FactTables;
export type FactChange = JournalChangeRow<FactTable>;

export interface Tables extends FactTables, DriftWorkings, JournalTables<FactTable>, SharingTables {}

/**
 * What most new rows leave empty. The journal's image of a whole row omits columns that hold just this, which halves
 * the file of a large import; an image that is put back gets them again.
 */
export const EMPTY_COLUMNS = {
  ...EMPTY_PORTFOLIO,
  ...EMPTY_MODELS,
  ...EMPTY_IMPORTS,
  ...EMPTY_ASSESSMENTS,
  ...EMPTY_DRIFT,
  ...EMPTY_INCIDENTS,
  ...EMPTY_SCENARIOS,
  ...EMPTY_REPORTS,
  ...EMPTY_GOVERNANCE,
} as const satisfies { readonly [T in FactTable]: Partial<FactTables[T]> };

/** All tables of facts. */
export const FACTS = Object.keys(EMPTY_COLUMNS) as readonly FactTable[]; // the keys of the list above
