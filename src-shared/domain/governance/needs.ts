import type { Condition, EvidenceRule, FieldLine, RulePack } from './rule-pack';

/** What is read of a model to hold it against some packs, and how exactly. */
export interface PackNeeds {
  readonly packs: ReadonlySet<string>;
  /** Model fields of which the value decides. */
  readonly values: ReadonlySet<string>;
  /** Model fields of which it counts whether they are answered. */
  readonly answered: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  readonly factValues: ReadonlySet<string>;
  readonly references: ReadonlySet<string>;
  /** Named rules, events and derived values that are asked for. */
  readonly asks: ReadonlySet<string>;
  /** ISO days that a day of a model is compared with, in order. */
  readonly thresholds: readonly string[];
  /** Days back that the latest drift result is looked for. */
  readonly driftDays: readonly number[];
  /** A condition compares in a way of which no two models are known to be alike. */
  readonly exact: boolean;
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Derived values whose place among the thresholds is all that a comparison of days sees. */
const PLACED: readonly string[] = ['derived.firstProduction', 'derived.significantChange'];
const ORDERED: readonly string[] = ['lt', 'gte', 'set', 'empty'];

export function conditionsOf(pack: RulePack): readonly Condition[] {
  const lines = [...pack.fields, ...pack.duties].flatMap(({ appliesWhen, appliesFrom }) => [
    ...(appliesWhen ? [appliesWhen] : []),
    ...(Array.isArray(appliesFrom) ? appliesFrom.map(({ when }) => when as Condition) : []),
  ]);
  return [
    pack.appliesTo.condition,
    ...lines,
    ...(pack.questions ?? []).flatMap(({ askWhen }) => (askWhen ? [askWhen] : [])),
    ...(pack.classification?.derive ?? []).map(({ when }) => when),
    ...(pack.transitions ?? []).map(({ when }) => when),
  ];
}

export type Comparison = Extract<Condition, { readonly of: string }>;

export function comparisonsIn(condition: Condition): readonly Comparison[] {
  if ('always' in condition) return [];
  if ('all' in condition) return condition.all.flatMap(comparisonsIn);
  if ('any' in condition) return condition.any.flatMap(comparisonsIn);
  return 'not' in condition ? comparisonsIn(condition.not) : [condition];
}

export const rulesOf = (pack: RulePack): readonly EvidenceRule[] => pack.duties.flatMap(({ evidence }) => evidence);
export const placesOf = (pack: RulePack): readonly string[] => [
  ...pack.fields.flatMap(({ from }: FieldLine) => from),
  ...rulesOf(pack).flatMap((rule) => (rule.rule === 'field_set' ? [rule.from] : [])),
];

export function needsOf(packs: readonly RulePack[]): PackNeeds {
  const compared = packs.flatMap(conditionsOf).flatMap(comparisonsIn);
  const places = packs.flatMap(placesOf);
  const rules = packs.flatMap(rulesOf);
  const named = (start: string, names: readonly string[]): readonly string[] =>
    names.flatMap((name) => (name.startsWith(start) ? [name.slice(start.length)] : []));
  const names = compared.map(({ of }) => of);
  const four = rules.some(({ rule }) => rule === 'approver_not_developer' || rule === 'validator_not_developer');
  return {
    packs: new Set(packs.map(({ id }) => id)),
    values: new Set(named('model.', names)),
    answered: new Set([...named('field:', places), ...named('new:', places)]),
    facts: new Set([...named('fact:', places), ...named('fact.', names)]),
    factValues: new Set(named('fact.', names)),
    references: new Set(named('reference:', places)),
    asks: new Set([
      ...rules.flatMap((rule) => ('event' in rule ? [rule.rule, rule.event] : [rule.rule])),
      ...packs.flatMap(({ duties }) =>
        duties.flatMap(({ cadence }) => (cadence.kind === 'event' ? [cadence.event] : [])),
      ),
      ...named('derived:', places),
      ...named('derived.', names),
      ...(four ? ['developer'] : []),
    ]),
    thresholds: [...new Set([...packs.flatMap(daysOf), ...compared.flatMap(({ value }) => dayIn(value))])].toSorted(),
    driftDays: [
      ...new Set(rules.flatMap((rule) => (rule.rule === 'drift_result_within_days' ? [rule.days] : []))),
    ].toSorted((a, b) => a - b),
    exact: compared.some(({ of, is }) => of.startsWith('derived.') && !(PLACED.includes(of) && ORDERED.includes(is))),
  };
}

const dayIn = (value: unknown): readonly string[] => (typeof value === 'string' && ISO_DAY.test(value) ? [value] : []);

/** Days from which lines ask. */
function daysOf(pack: RulePack): readonly string[] {
  const lines = [...pack.fields, ...pack.duties].flatMap(({ appliesFrom }) =>
    Array.isArray(appliesFrom) ? appliesFrom.map(({ on }: { readonly on: string }) => on) : dayIn(appliesFrom),
  );
  const moved = (pack.transitions ?? []).flatMap(({ then }) => (then === 'not_caught' ? [] : [then.appliesFrom]));
  return [...dayIn(pack.effectiveFrom), ...lines, ...moved];
}
