import type { JournalSubject } from '#domain/base/journal-subjects';
import type { FactTable } from '../tables';
import { connectionOf } from './connection';
import type { ReadHandle } from './handle';
import { insertEach } from '../open/insert-each';

/** What a change of each table is about. */
const SUBJECT_OF: Readonly<Record<FactTable, JournalSubject>> = {
  models: 'models',
  moves: 'models',
  approvals: 'models',
  versions: 'models',
  challengers: 'models',
  merged_models: 'models',
  views: 'views',
  incidents: 'incidents',
  incident_moves: 'incidents',
  drift_batches: 'drift',
  drift_rules: 'drift',
  drift_bands: 'drift',
  retraining_items: 'drift',
  assessments: 'assessments',
  assessment_answers: 'assessments',
  vendor_offers: 'assessments',
  scenarios: 'scenarios',
  scenario_values: 'scenarios',
  planned_retirements: 'scenarios',
  governance_answers: 'governance',
  evidence: 'governance',
  findings: 'governance',
  dependencies: 'governance',
  model_facts: 'governance',
  governed_units: 'governance',
  organisation_facts: 'governance',
  incident_reports: 'governance',
  rule_packs: 'governance',
  pack_readings: 'governance',
  imports: 'imports',
  sources: 'imports',
  unit_aliases: 'imports',
  identity_answers: 'imports',
  model_sources: 'imports',
  presets: 'imports',
  connections: 'imports',
  reports: 'reports',
  portfolio: 'portfolio',
};

/** As it stands in `journal_fields` beside the fields. */
export const subjectKey = (subject: JournalSubject): string => `@${subject}`;
/** Marks an entry of before there were fields, whose changes lie in blocks. */
export const UNREAD_BLOCKS = '@blocks';

/** The subject of a field (`models.tier`); `null` for a table that is no fact any more. */
export const subjectOfField = (field: string): JournalSubject | null => {
  const table = field.slice(0, field.indexOf('.'));
  return Object.hasOwn(SUBJECT_OF, table) ? SUBJECT_OF[table as FactTable] : null; // its own key
};

/**
 * Notes beside an entry what it is found by.
 *
 * @param touched `models.tier` for a column that was changed, `models.*` for rows that came or went
 */
export function insertFields(
  read: ReadHandle,
  seq: number,
  touched: ReadonlySet<string>,
  topics: ReadonlySet<FactTable>,
): void {
  const subjects = new Set<JournalSubject>([...topics].map((table) => SUBJECT_OF[table]));
  // A note tells what happened to the file as a whole.
  if (subjects.size === 0) subjects.add('portfolio');
  const fields = [...touched, ...[...subjects].map(subjectKey)];
  insertEach(
    connectionOf(read).sqlite,
    'journal_fields',
    fields.map((field) => ({ field, seq })),
  );
}
