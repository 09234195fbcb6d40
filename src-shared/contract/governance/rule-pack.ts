import { z } from 'zod';
import {
  BASES,
  CONFIDENCES,
  FIELD_KINDS,
  FORCES,
  OPERATORS,
  PACK_EVENTS,
  PACK_NATURES,
  PACK_STATUSES,
  PLAIN_RULES,
  QUESTION_TYPES,
  type RulePack,
  STAGES_BEFORE,
} from '#domain/governance/rule-pack';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write a day as 2026-11-23');
const packName = z.string().regex(/^[a-z0-9-]{3,60}@\d{4}-\d{2}-\d{2}$/, 'write a pack as eu-ai-act@2026-07-27');
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._ -]{0,39}$/, 'write up to 40 letters, digits, dots and hyphens');
const label = z.string().min(2).max(140);
const words = z.string().min(1).max(600);
const from = z
  .string()
  .regex(
    /^(field|new|fact|evidence|derived|question|table|organisation|reference):[A-Za-z0-9_ #]{1,60}$/,
    'write a place as field:purpose or evidence:validation',
  );
const Event = z.enum(PACK_EVENTS);
const Confidence = z.enum(CONFIDENCES);
const months = z.int().min(1);
const ByTier = z.strictObject({ 1: months, 2: months, 3: months });

const Scalar = z.union([z.string().max(300), z.number(), z.boolean()]);
const Compared = z.strictObject({
  of: z
    .string()
    .regex(
      /^(class|(model|question|unit|derived|fact)\.[A-Za-z]{1,40})$/,
      'a condition reads class, model.…, question.…, unit.…, derived.… or fact.…',
    ),
  is: z.enum(OPERATORS),
  value: z.union([Scalar, z.array(Scalar).max(300)]).optional(),
});

/** A condition of three values, as deep as it is written. */
export const Condition: z.ZodType<RulePack['appliesTo']['condition']> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
    z.strictObject({ always: z.literal(true) }),
    Compared,
  ]),
);

const Choice = z.strictObject({ value: z.string(), label: z.string(), help: z.string().optional() });
const AppliesFrom = z.union([day.nullable(), z.array(z.strictObject({ when: Condition, on: day })).min(1)]);

const line = {
  id,
  label,
  ref: z.string().max(160),
  group: z.string().max(60).optional(),
  force: z.enum(FORCES).optional(),
  per: z.enum(['model', 'organisation']).optional(),
  appliesWhen: Condition.optional(),
  appliesFrom: AppliesFrom.optional(),
  help: words.optional(),
  confidence: Confidence,
  verify: z.string().max(300).optional(),
};

const Field = z.strictObject({
  ...line,
  ask: z.string().min(3).max(300),
  kind: z.enum(FIELD_KINDS),
  vocabulary: z.array(z.strictObject({ value: z.string(), label: z.string() })).optional(),
  from: z.array(from).min(1),
  fromRule: z.enum(['any', 'all']).optional(),
  near: z.string().max(200).optional(),
  optional: z.boolean().optional(),
});

const Cadence = z.union([
  z.strictObject({ kind: z.literal('standing') }),
  z.strictObject({ kind: z.literal('before'), stage: z.enum(STAGES_BEFORE) }),
  z.strictObject({ kind: z.literal('every'), months, basis: z.enum(BASES) }),
  z.strictObject({ kind: z.literal('every'), monthsByTier: ByTier, basis: z.enum(BASES) }),
  z.strictObject({ kind: z.literal('event'), event: Event, withinDays: months.optional() }),
]);

const Rule = z.union([
  z.strictObject({
    rule: z.literal('evidence_valid'),
    kind: z.string(),
    maxAgeMonths: months.optional(),
    maxAgeMonthsByTier: ByTier.optional(),
    covers: z.string().optional(),
  }),
  z.strictObject({ rule: z.literal('evidence_after_event'), kind: z.string(), event: Event }),
  z.strictObject({ rule: z.literal('field_set'), from }),
  z.strictObject({ rule: z.literal('drift_result_within_days'), days: months, basis: z.enum(BASES).optional() }),
  z.strictObject({ rule: z.literal('clock_kept'), clock: z.string() }),
  z.strictObject({ rule: z.enum(PLAIN_RULES) }),
  z.strictObject({ rule: z.literal('nothing_yet') }),
]);

const Duty = z.strictObject({
  ...line,
  who: z.string().max(120),
  cadence: Cadence,
  evidence: z.array(Rule).min(1),
  due: z.string().max(200).optional(),
  waivedBy: z.string().optional(),
});

const Question = z.strictObject({
  id,
  label,
  type: z.enum(QUESTION_TYPES),
  options: z.array(Choice).optional(),
  default: z.string().optional(),
  help: words.optional(),
  askWhen: Condition.optional(),
});

const Clock = z.strictObject({
  id,
  label,
  ref: z.string(),
  start: z.literal('awareOn'),
  dayKind: z.enum(['calendar', 'working']),
  classes: z.array(z.strictObject({ value: z.string(), label: z.string(), days: z.int().min(0) })).min(1),
  firstReportMayBeIncomplete: z.boolean().optional(),
  recipient: z.string().optional(),
  confidence: Confidence,
  verify: z.string().optional(),
});

const Transition = z.strictObject({
  id,
  label,
  ref: z.string(),
  items: z.array(id).min(1),
  when: Condition,
  // biome-ignore lint/suspicious/noThenProperty: the name that packs as files have; nobody awaits a schema
  then: z.union([z.literal('not_caught'), z.strictObject({ appliesFrom: day })]),
  confidence: Confidence,
  verify: z.string().optional(),
});

const Source = z.strictObject({
  id: z.string(),
  title: z.string(),
  url: z.string(),
  readOn: day,
  kind: Confidence,
  note: words.optional(),
});

/** A rule pack as a file; `docs/rule-pack.schema.json` is this schema for whoever writes one. */
export const Pack: z.ZodType<RulePack> = z.strictObject({
  format: z.literal('modelfolio.rulepack/1'),
  id: z.string().regex(/^[a-z0-9-]{3,60}$/),
  edition: day,
  line: z.string().optional(),
  name: label,
  issuer: label,
  jurisdiction: z.string().regex(/^(INT|[A-Z]{2}(-[A-Z]{2,3})?)$/, 'write a country as its two letters, or EU, or INT'),
  nature: z.enum(PACK_NATURES),
  force: z.enum(FORCES),
  status: z.enum(PACK_STATUSES),
  publishedOn: day.nullable().optional(),
  effectiveFrom: day.nullable(),
  supersedes: z.array(packName),
  supersededBy: z.strictObject({ pack: packName, on: day }).nullable(),
  checkedOn: day,
  staleAfterDays: z.int().min(1),
  disclaimer: words,
  sources: z.array(Source).min(1),
  appliesTo: z.strictObject({ who: words, roles: z.array(z.string()).optional(), condition: Condition }),
  questions: z.array(Question).optional(),
  classification: z
    .strictObject({
      classes: z.array(Choice),
      derive: z.array(z.strictObject({ when: Condition, class: z.string(), ref: z.string().optional() })).min(1),
      record: z.string().optional(),
      traps: z.array(words).optional(),
    })
    .optional(),
  fields: z.array(Field),
  duties: z.array(Duty),
  clocks: z.array(Clock).optional(),
  transitions: z.array(Transition).optional(),
  notes: z.array(words).optional(),
});
