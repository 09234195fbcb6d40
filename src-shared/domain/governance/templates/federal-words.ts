import type { DatePrecision } from '../../base/period';
import { topUnit } from '../../base/unit-path';
import type { Kind } from '../../models/kinds';
import type { Stage } from '../../vocabulary';
import { heldValue, isAnswer, type Scene } from '../answers';
import { NEVER } from '../condition';
import type { ModelOnDay } from '../model-on-day';
import type { Told } from './told-value';

/**
 * What the file of the 2025 inventory writes in a column where its words are not ours; `undefined`: what we hold is written as it
 * is. The words are those of the consolidated file, so that its import reads them back as what they came from.
 */
export function federalCell(column: string, model: ModelOnDay, scene: Scene): Told | undefined {
  const fields = model.model.fields;
  const held = (from: string): unknown => heldValue(from, column, model, scene);
  const words = (text: string | undefined): Told | undefined => (text === undefined ? undefined : { text });
  switch (column) {
    case 'agency':
    case 'agency_name':
      return words(topUnit(model.model.unit));
    case 'agency_bureau':
      return words(bureauOf(model.model.unit));
    case 'development_stage':
      return words(model.stage === null ? undefined : stageWords(model.stage, held('question:pilot')));
    case 'is_high_impact':
      return words(HIGH_IMPACT[String(held('question:highImpact'))]);
    case 'classification':
      return words(classificationOf(String(fields['kind'] ?? ''), String(fields['type'] ?? '')));
    case 'contracting_usage':
      return words(ORIGINS[String(fields['origin'] ?? '')]);
    case 'is_withheld':
      return words(WITHHELD[String(held('fact:withheld'))]);
    case 'operational_date': {
      const day = model.firstProduction;
      return typeof day === 'string' && day !== NEVER ? { text: coarse(day, model.precisionOf(day)) } : undefined;
    }
    case 'pia_url':
    case 'code_url':
    case 'link_to_data':
      return words(addressOf(column, model));
    default:
      return words(practiceOf(column, model, scene));
  }
}

/** As ISO writes it, no finer than it is known. */
function coarse(day: string, precision: DatePrecision): string {
  if (precision === 'year') return day.slice(0, 4);
  if (precision === 'quarter') return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  return precision === 'month' ? day.slice(0, 7) : day;
}

/** Parts below the first; where there are none the agency itself, which the file leaves open. */
function bureauOf(unit: string): string {
  const [, ...rest] = unit.split(' / ');
  return rest.length === 0 ? 'N/A' : rest.join(' / ');
}

/** Of what is only proposed the form knows nothing: it begins with development. */
function stageWords(stage: Stage, pilot: unknown): string {
  if (stage === 'proposed') return 'N/A';
  if (stage === 'retired') return 'Retired';
  // Validation is where a pilot is taken in; somebody may say that there is none.
  if (pilot === 'yes' || (stage === 'validation' && pilot !== 'no')) return 'Pilot';
  return ['deployed', 'monitored', 'retraining'].includes(stage) ? 'Deployed' : 'Pre-deployment';
}

const HIGH_IMPACT: Readonly<Record<string, string>> = {
  high: 'High-impact',
  presumed_not: 'Presumed High-Impact, but Not High-impact',
  not: 'Not High-impact',
};
const ORIGINS: Readonly<Record<string, string>> = {
  vendor: 'Vendor Purchased',
  in_house: 'In-house Development',
  both: 'Contracting and In House',
};
const WITHHELD: Readonly<Record<string, string>> = { no: 'No' };

/** Sorts of machine learning that the form tells apart are kept as the type. */
const LEARNT: readonly string[] = ['Classical ML', 'NLP', 'Computer Vision', 'Reinforcement Learning'];
const CLASSES: Readonly<Partial<Record<Kind, string>>> = {
  classical_ml: 'Classical ML',
  statistical: 'Classical ML',
  generative: 'Generative AI',
  agent: 'Agentic AI',
};

function classificationOf(kind: string, type: string): string | undefined {
  if (kind === '') return undefined;
  if (kind === 'classical_ml' && LEARNT.includes(type)) return type;
  return CLASSES[kind as Kind] ?? 'Other'; // a kind, as the table has it
}

const SYSTEMS: Readonly<Record<string, string>> = {
  pia_url: 'PIA',
  code_url: 'Source code',
  link_to_data: 'Federal Data Catalog',
};

function addressOf(column: string, model: ModelOnDay): string | undefined {
  const of = model.model.references.find(({ system, url }) => system === SYSTEMS[column] && isAnswer(url));
  const shown = column === 'pia_url' ? model.evidence('dpia').findLast(({ link = '' }) => link !== '') : undefined;
  return shown?.link ?? of?.url;
}

const DONE: Readonly<Record<string, string>> = {
  have_ato: 'Yes',
  hi_testing_conducted: 'Yes',
  hi_assessment_completed: 'Yes',
  hi_independent_review: 'Internal Independent Review',
  hi_ongoing_monitoring: 'Yes - Monitoring Established',
  hi_training_established: 'Training Established',
  hi_failsafe_presence: 'Yes',
  hi_appeal_process: 'Appeal Process Established',
};
const PRACTICES: Readonly<Record<string, string>> = {
  have_ato: 'authorisation_to_operate',
  hi_testing_conducted: 'pre_deployment_test',
  hi_assessment_completed: 'impact_assessment',
  hi_independent_review: 'independent_review',
  hi_ongoing_monitoring: 'monitoring_plan',
  hi_training_established: 'operator_training',
  hi_failsafe_presence: 'failsafe',
  hi_appeal_process: 'appeal_process',
};

/** A practice that somebody has shown; one that is waived says so, and one of which only a failure is held says no. */
function practiceOf(column: string, model: ModelOnDay, scene: Scene): string | undefined {
  const kind = PRACTICES[column];
  if (kind === undefined) return undefined;
  const rows = model.evidence(kind);
  if (rows.some(({ outcome }) => outcome !== 'failed' && outcome !== 'no')) return DONE[column];
  if (isAnswer(heldValue('evidence:waiver', column, model, scene))) return 'CAIO Waived';
  return rows.length > 0 ? 'No' : undefined;
}
