import type { ImportField } from '#contract/imports/imports';
import { words } from '#domain/base/fold';
import type { FieldWith } from '#domain/models/model-fields';
import { list } from '../cells/phrases';

/** What the words of other inventories mean here. `starts` also takes texts that go on behind the phrase. */
interface Synonyms {
  readonly to: string;
  readonly exact: readonly string[];
  readonly starts?: readonly string[];
}

const STAGE: readonly Synonyms[] = [
  {
    to: 'proposed',
    exact:
      list(`idea, ideation, proposed, proposal, planned, planned not in production, planning, initiated, initiation, concept, backlog, intake,
      requested, under consideration, not started, discovery`),
  },
  {
    to: 'data_preparation',
    exact: list(`data preparation, data prep, data collection, data gathering, data engineering, feature engineering`),
  },
  {
    to: 'training',
    exact: list(`training, development, in development, under development, in progress, developing, build, building,
      modelling, modeling, experimentation, prototype, prototyping, poc, proof of concept, development and
      acquisition, acquisition and or development, acquisition and development, research and development,
      research`),
    starts: list('in development, under development'),
  },
  {
    to: 'validation',
    exact:
      list(`validation, in validation, testing, in testing, test, uat, pilot, piloting, in pilot, pre deployment, pre
      production, preproduction, staging, shadow, shadow mode, beta, implementation, implementation and assessment, awaiting
      approval, approved for deployment`),
    starts: list('pre deployment, pilot'),
  },
  {
    to: 'deployed',
    exact: list(`deployed, production, in production, in prod, prod, live, in use, active, operational, in operation,
      operation, operations, operation and maintenance, operations and maintenance, in mission, released,
      launched, implemented, go live, post deployment, running, in service`),
    starts: list('deployed, operation and maintenance, in production'),
  },
  {
    to: 'monitored',
    exact: list(`monitored, monitoring, deployed and monitored, in production monitored, production monitored`),
  },
  {
    to: 'retraining',
    exact: list('retraining, in retraining, re training, being retrained, recalibration, redevelopment'),
  },
  {
    to: 'retired',
    exact:
      list(`retired, sunset, sunsetted, disposal, disposition, decommissioned, decommission, discontinued, archived, end of life, eol,
      deprecated, terminated, cancelled, canceled, inactive, withdrawn, replaced, closed, research or
      administrative action complete`),
    starts: list('retired, decommissioned'),
  },
];

const TIER: readonly Synonyms[] = [
  {
    to: '1',
    exact:
      list(`1, tier 1, t1, tier i, high, very high, critical, high risk, high impact, high materiality, major, both,
      rights impacting, safety impacting, rights and safety impacting, unacceptable, level 1, category 1`),
  },
  {
    to: '2',
    exact:
      list(`2, tier 2, t2, tier ii, medium, moderate, medium risk, moderate risk, medium impact, medium materiality,
      limited, limited risk, level 2, category 2`),
  },
  {
    to: '3',
    exact: list(`3, tier 3, t3, tier iii, low, very low, minimal, minor, low risk, minimal risk, low impact, low
      materiality, neither, not high impact, non high impact, level 3, category 3`),
    starts: list('presumed high impact but, presumed high impact determined'),
  },
];

const FREQUENCY: readonly Synonyms[] = [
  {
    to: 'ad_hoc',
    exact: list(`ad hoc, adhoc, as needed, on demand, on request, irregular, irregularly, manual, when required`),
  },
  {
    to: 'yearly',
    exact: list('yearly, annual, annually, every year, once a year, every 12 months, 12 months, per year'),
  },
  {
    to: 'half_yearly',
    exact:
      list(`half yearly, semi annual, semi annually, semiannual, semiannually, biannual, twice a year, every 6 months,
      every six months, 6 months`),
  },
  {
    to: 'quarterly',
    exact: list('quarterly, every quarter, every 3 months, every three months, 3 months, once a quarter'),
  },
  { to: 'monthly', exact: list('monthly, every month, once a month, 1 month') },
  { to: 'weekly', exact: list('weekly, every week, once a week') },
  { to: 'daily', exact: list('daily, every day, nightly, once a day') },
  {
    to: 'on_drift',
    exact: list(`on drift, drift, drift triggered, on performance drop, trigger based, triggered by drift, when drift is
      detected`),
  },
];

const ORIGIN: readonly Synonyms[] = [
  {
    to: 'in_house',
    exact: list(`in house, inhouse, internal, internally, internally developed, developed in house, built, build, own
      development, proprietary, no contract external resources used in development`),
  },
  {
    to: 'vendor',
    exact: list(`vendor, external, third party, 3rd party, bought, buy, purchased, purchased from a vendor, cots,
      commercial, commercial off the shelf, contract, contractor, contracted, outsourced, supplier, developed
      with contracting resources, developed under contract, exclusively developed with contract external
      resources, saas`),
  },
  {
    to: 'both',
    exact:
      list(`both, hybrid, mixed, combination, in house and vendor, in house and contract, contract and in house, both
      in house and contract`),
    starts: list('developed with both, developed with a combination'),
  },
];

const CRITICALITY: readonly Synonyms[] = [
  { to: 'low', exact: list('low, minor, very low, non critical, not critical') },
  { to: 'medium', exact: list('medium, moderate, normal, standard') },
  { to: 'high', exact: list('high, important, major, business critical') },
  { to: 'critical', exact: list('critical, very high, mission critical, essential, vital') },
];

const YES = list('yes, y, true, 1, x');
const NO = list('no, n, false, 0');

const PERSONAL_DATA: readonly Synonyms[] = [
  { to: 'yes', exact: [...YES, 'contains pii', 'pii', 'personal', 'personal data', 'sensitive'] },
  {
    to: 'no',
    exact: [...NO, 'no pii', 'no personal data', 'anonymous', 'anonymised', 'anonymized', 'non personal'],
  },
  { to: 'unknown', exact: list('unknown, not assessed, to be assessed') },
];

const MONITORED: readonly Synonyms[] = [
  {
    to: 'yes',
    exact: [...YES, 'automated', 'automatic', 'manual', 'monitored', 'active', 'in place', 'established'],
    starts: list('yes, automated and regularly, established process, intermittent and manually'),
  },
  { to: 'no', exact: [...NO, 'not monitored', 'not in place'], starts: list('no monitoring') },
];

/** Yes and no are an answer to "is it high-impact?", not to "which tier?". */
const HIGH_IMPACT: readonly Synonyms[] = [
  { to: '1', exact: YES },
  { to: '3', exact: NO },
];

const compile = (synonyms: readonly Synonyms[]): ((text: string) => string | null) => {
  const exact = new Map(synonyms.flatMap(({ to, exact: phrases }) => phrases.map((phrase) => [phrase, to] as const)));
  const starts = synonyms.flatMap(({ to, starts: phrases = [] }) => phrases.map((phrase) => [phrase, to] as const));
  return (text) => {
    const plain = words(text.slice(0, 300))
      .replace(/^\d+ (?=[a-z])/, '')
      .replace(/^[a-f] (?=[a-z])/, '');
    return (
      exact.get(plain) ??
      exact.get(words(text.slice(0, 300))) ??
      starts.find(([start]) => plain.startsWith(`${start} `))?.[1] ??
      null
    );
  };
};

/** What is chosen from a closed vocabulary: such fields of a model, and what becomes its moves. */
type ChoiceTarget = FieldWith<{ readonly kind: 'choice'; readonly importedAs: string }> | 'stage' | 'monitored';

const GUESSES: Readonly<Record<ChoiceTarget, (text: string) => string | null>> = {
  stage: compile(STAGE),
  tier: compile(TIER),
  updateFrequency: compile(FREQUENCY),
  origin: compile(ORIGIN),
  criticality: compile(CRITICALITY),
  personalData: compile(PERSONAL_DATA),
  monitored: compile(MONITORED),
};

const guessHighImpact = compile([...TIER, ...HIGH_IMPACT]);

export const isChoiceField = (field: ImportField): field is ChoiceTarget => Object.hasOwn(GUESSES, field);

/** What a cell of this field most likely means, as a mapping would say it; `null` when it is not known. */
export function guessValue(field: ImportField, header: string, text: string): string | null {
  const asksHighImpact = field === 'tier' && /\bhigh (impact|risk)\b/.test(words(header));
  // In "high-impact?" a bare 1 is a yes and a bare 0 a no.
  if (asksHighImpact) return guessHighImpact(text);
  return isChoiceField(field) ? GUESSES[field](text) : null;
}
