import { sayDay } from '../base/calendar';
import { counted } from '../base/wording';
import { fieldPhrase } from '../models/model-fields';
import { EVIDENCE_KINDS } from './evidence-kinds';
import type { AppliesFrom, Cadence, Condition, EvidenceRule, Operator, RulePack, StageBefore } from './rule-pack';
import { MODEL_FACTS, ORGANISATION_FACT_LABELS } from './vocabulary';

export const OPERATOR_WORDS: Readonly<Record<Operator, string>> = {
  eq: 'is',
  ne: 'is not',
  in: 'is one of',
  has: 'has',
  hasAny: 'has one of',
  gte: 'is at least',
  lt: 'is before',
  set: 'is known',
  empty: 'is not known',
};

const UNIT_WORDS: Readonly<Record<string, string>> = {
  unit: 'the unit',
  jurisdictions: 'where the unit works',
  bodies: 'what the unit is',
  frameworks: 'what the unit follows of its own will',
};

/** Where labels of questions, their options and classes come from; left out: their ids are said. */
export type Named = Pick<RulePack, 'questions' | 'classification'>;

/** What a condition reads, as a person says it. */
function placeWords(of: string, named: Named | undefined): string {
  if (of === 'class') return 'the class';
  const [room = '', own = ''] = of.split('.', 2);
  if (room === 'model') return fieldPhrase(own);
  if (room === 'unit') return UNIT_WORDS[own] ?? own;
  if (room === 'fact') return factWords(own);
  if (room !== 'question') return own;
  return `the answer to “${named?.questions?.find(({ id }) => id === own)?.label ?? own}”`;
}

/** The label of a value that a question or the classification has a list of. */
function optionWords(of: string, value: unknown, named: Named | undefined): string {
  const options =
    of === 'class'
      ? named?.classification?.classes
      : named?.questions?.find(({ id }) => of === `question.${id}`)?.options;
  return options?.find((one) => one.value === value)?.label ?? valueWords(value);
}

const factWords = (name: string): string =>
  Object.hasOwn(MODEL_FACTS, name) ? MODEL_FACTS[name as keyof typeof MODEL_FACTS].label.toLowerCase() : name; // just looked up

const valueWords = (value: unknown): string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? sayDay(value) : String(value);

/** A condition as a phrase: `kind is one of generative, agent, and tier is 1`. */
export function conditionWords(condition: Condition, named?: Named): string {
  if ('always' in condition) return 'always';
  if ('not' in condition) return `not (${conditionWords(condition.not, named)})`;
  if ('all' in condition) return condition.all.map((one) => inner(one, named)).join(', and ');
  if ('any' in condition) return condition.any.map((one) => inner(one, named)).join(', or ');
  const { of, is, value } = condition;
  const phrase = `${placeWords(of, named)} ${OPERATOR_WORDS[is]}`;
  if (is === 'set' || is === 'empty') return phrase;
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return `${phrase} ${values.map((one) => optionWords(of, one, named)).join(', ')}`;
}

function inner(condition: Condition, named: Named | undefined): string {
  const many = ('all' in condition && condition.all.length > 1) || ('any' in condition && condition.any.length > 1);
  return many ? `(${conditionWords(condition, named)})` : conditionWords(condition, named);
}

export const fromWords = (from: AppliesFrom | undefined, named?: Named): string => {
  if (from === undefined) return '';
  if (from === null) return 'asked for by no set day';
  if (typeof from === 'string') return `asked for from ${sayDay(from)}`;
  return from.map(({ when, on }) => `from ${sayDay(on)} where ${conditionWords(when, named)}`).join('; ');
};

const kindWords = (kind: string): string =>
  (EVIDENCE_KINDS.find((one) => one.kind === kind)?.label ?? kind).toLowerCase();

/** Where an answer stands: `field:purpose` as `purpose`. */
export function heldWords(place: string): string {
  const [room = '', own = ''] = place.split(':', 2);
  if (room === 'field' || room === 'new') return fieldPhrase(own);
  if (room === 'evidence') return `evidence: ${kindWords(own)}`;
  if (room === 'fact') return factWords(own);
  if (room === 'question') return `answer to “${own}”`;
  if (room === 'organisation' && Object.hasOwn(ORGANISATION_FACT_LABELS, own))
    return `of the organisation: ${ORGANISATION_FACT_LABELS[own as keyof typeof ORGANISATION_FACT_LABELS]}`; // just looked up
  return own;
}

const STAGE: Readonly<Record<StageBefore, string>> = {
  validation: 'validation',
  deployed: 'it goes live',
  monitored: 'it is monitored',
  retired: 'it is retired',
};

export function cadenceWords(cadence: Cadence): string {
  switch (cadence.kind) {
    case 'standing':
      return 'at all times';
    case 'before':
      return `before ${STAGE[cadence.stage]}`;
    case 'every': {
      const { months, monthsByTier: tiers } = cadence;
      const every =
        months === undefined && tiers !== undefined
          ? `every ${tiers[1]}, ${tiers[2]} or ${tiers[3]} months by tier`
          : `every ${counted(months ?? 0, 'month')}`;
      return cadence.basis === 'house' ? `${every} (interval is ours)` : every;
    }
    case 'event': {
      const after = `after ${cadence.event.replaceAll('_', ' ')}`;
      return cadence.withinDays === undefined ? after : `${after}, within ${counted(cadence.withinDays, 'day')}`;
    }
  }
}

const PLAIN: Readonly<
  Record<
    Exclude<
      EvidenceRule['rule'],
      'evidence_valid' | 'evidence_after_event' | 'field_set' | 'drift_result_within_days' | 'clock_kept'
    >,
    string
  >
> = {
  approved_before_production: 'an approval before production',
  approver_not_developer: 'an approver who did not build it',
  validator_not_developer: 'a validator who did not build it',
  review_not_overdue: 'no overdue review',
  no_finding_past_due: 'no finding past its day',
  findings_recorded: 'findings that are recorded',
  nothing_yet: 'nothing that is kept here yet',
};

/** What would show a duty. */
export function evidenceWords(rule: EvidenceRule): string {
  switch (rule.rule) {
    case 'evidence_valid': {
      const age = rule.maxAgeMonths === undefined ? '' : `, at most ${counted(rule.maxAgeMonths, 'month')} old`;
      const byTier = rule.maxAgeMonthsByTier;
      const tiers =
        byTier === undefined ? '' : `, at most ${byTier[1]}, ${byTier[2]} or ${byTier[3]} months old by tier`;
      return `valid ${kindWords(rule.kind)}${age}${tiers}`;
    }
    case 'evidence_after_event':
      return `${kindWords(rule.kind)} after each ${rule.event.replaceAll('_', ' ')}`;
    case 'field_set':
      return heldWords(rule.from);
    case 'drift_result_within_days':
      return `a drift result of the last ${counted(rule.days, 'day')}${rule.basis === 'house' ? ' (interval is ours)' : ''}`;
    case 'clock_kept':
      return `reports in time by the clock ${rule.clock}`;
    default:
      return PLAIN[rule.rule];
  }
}

/** Where an edition stands: `own`, `own, in place of the shipped one`, `shipped`. */
export const ORIGIN_WORDS = {
  shipped: 'shipped',
  own: 'own',
  stands_in: 'own, in place of the shipped one',
} as const;

/** A pack of the organisation's own with nothing in it but what its form asks for. */
export const emptyPack = (id: string, name: string, issuer: string, day: string): RulePack => ({
  format: 'modelfolio.rulepack/1',
  id,
  edition: day,
  name,
  issuer,
  jurisdiction: 'INT',
  nature: 'internal',
  force: 'expected',
  status: 'in_force',
  effectiveFrom: day,
  supersedes: [],
  supersededBy: null,
  checkedOn: day,
  staleAfterDays: 365,
  disclaimer: 'Our own rules; help, not advice.',
  sources: [{ id: 'policy', title: name, url: '', readOn: day, kind: 'primary' }],
  appliesTo: { who: 'All units', condition: { always: true } },
  fields: [],
  duties: [],
});
