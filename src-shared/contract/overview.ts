import { z } from 'zod';
import { KINDS } from '#domain/models/kinds';
import { RELEASE_CHANGES } from '#domain/models/release-changes';
import { CalendarDate, Count, Day, Empty, Health, Id, Instant, Precision, SentenceParts, Stage, Tier } from './common';
import { command, query, Said } from './define';
import { Figures } from './figures';
import { IncidentFilter } from './incidents/parts';
import { Recommendation } from './level';
import { ModelFilter } from './models/model-filter';
import { LevelKey } from './scenarios/inputs';
import { DecisionAnswer, Spread } from './scenarios/options';
import { MustBeTrue, ScenarioHead } from './scenarios/scenarios';

/** One thing to look at, with its one action: open the models concerned, or one model. */
export const Attention = z.object({
  kind: z.string(),
  severity: z.enum(['act', 'watch', 'note']),
  title: Said,
  detail: Said,
  /** The detail as what it is made of; left out: it names nothing of the portfolio's own. */
  parts: SentenceParts.optional(),
  count: Count,
  since: Instant.nullable(),
  action: z.object({
    label: z.string(),
    filter: ModelFilter.nullable(),
    modelId: Id.nullable(),
    /** The incidents concerned. */
    incidents: IncidentFilter.optional(),
    /** The result of an assessment. */
    assessmentId: Id.optional(),
    /** The single incident concerned. */
    incidentId: Id.optional(),
    /** The incident's next step, which is done where the row stands. */
    step: z.enum(['acknowledge', 'mitigate', 'resolve']).optional(),
    /** Where it is done, as in `AttentionAction`; left out: on the model's own page. */
    page: z.enum(['drift', 'import', 'report', 'review', 'findings', 'week']).optional(),
    /** The options of a plan, where its people of today are asked about. */
    scenarioId: Id.optional(),
  }),
});
export type Attention = z.output<typeof Attention>;

/** One line of what needs attention first: a model with all that is wrong with it, or what many models share. */
export const AttentionRow = Attention.extend({
  modelId: Id.nullable(),
  tier: Tier.nullable(),
  /** '' = a model that nobody owns; `null`: the row is not about one model. */
  owner: z.string().nullable(),
  sincePrecision: Precision,
  /** The date is rather a slip than a fact: it is shown as a question. */
  doubtful: z.boolean(),
  incidents: z.array(z.object({ id: Id, number: Count })),
});
export type AttentionRow = z.output<typeof AttentionRow>;

/** The chosen scenario in one line. */
export const InvestmentHeadline = z.object({
  scenarioId: Id,
  name: z.string(),
  currency: z.string(),
  /** `L2 vs L1`. */
  compare: z.string(),
  level: z.number(),
  years: Count,
  discountRate: z.number(),
  /** Major units. */
  npv: z.number(),
  /** What the plan's runs say of it; `null`: nothing in the plan is uncertain. */
  runs: Spread.pick({ mean: true, p10: true, p25: true, p50: true, p75: true, p90: true }).nullable(),
  payback: z.number().nullable(),
  /** The most fragile belief: at `breakEven` the NPV is 0. `null`: no single input can turn it. */
  mustBeTrue: MustBeTrue.nullable(),
  origins: ScenarioHead.shape.origins,
  /** As in the scenario's result. */
  withheld: Said.nullable(),
  readings: ScenarioHead.shape.result.shape.readings,
  digits: Count,
  /** What must be said beside the figures, the gravest first. */
  cautions: z.array(Said),
  /** The same as sentences. */
  words: Said,
  /** What rule and money say of all levels, as the page of the options says it. */
  decision: z.object({
    headline: Said,
    sentence: Said,
    /** What the money says and how surely: the middle of the sentence. */
    money: Said,
    agreement: DecisionAnswer.shape.agreement,
    /** Of the plan, lowest first. */
    levels: z.array(LevelKey),
    cheapest: LevelKey,
    recommended: LevelKey.nullable(),
  }),
});

/** What is computed for: models in production, or what an assessment was told where there are none. */
export const PortfolioSize = z.object({
  basis: z.enum(['registered', 'stated', 'none']),
  models: Count,
  load: z.number(),
  unknownFrequency: Count,
  updatesPerYear: z.number().nullable(),
  stated: z
    .object({
      assessmentId: Id,
      name: z.string(),
      finishedAt: Instant,
      models: Count,
      updatesPerYear: z.number(),
      unknownFrequency: Count.optional(),
    })
    .nullable(),
  /** Where the numbers come from, or in what stated and registered differ; '' = registered, and nobody said otherwise. */
  words: Said,
  /** The words as what they are made of; left out: they name nothing of the portfolio's own. */
  parts: SentenceParts.optional(),
});

const byKey = <K extends z.ZodType<string, string>>(key: K) => z.record(key, Count);

export const Summary = z.object({
  at: Instant,
  models: Count,
  inProduction: Count,
  byStage: byKey(Stage),
  byHealth: byKey(Health),
  /** In production, and no drift result has ever been recorded; part of `byHealth.unknown`. */
  neverMeasured: Count,
  /** In production, and known not to be monitored. */
  notMonitored: Count,
  /** In production, and nobody has said whether it is monitored: no part of `notMonitored`. */
  monitoringUnknown: Count,
  /** By the unit's first part (before ' / '), most models in production first. '' = no unit. */
  byUnit: z.array(z.object({ unit: z.string(), models: Count, inProduction: Count })),
  byTier: z.array(z.object({ tier: Tier.nullable(), models: Count, inProduction: Count })),
  /** Every kind; `null`: nobody has said, which is no kind. */
  byKind: z.array(z.object({ kind: z.enum(KINDS).nullable(), models: Count, inProduction: Count })),
  /** `1`–`5`, and `unknown` for those not rated. Empty while no incident has been registered: none known is not none. */
  openIncidentsBySeverity: z.record(z.string(), Count),
  /** The one that has been open longest; `null`: none is, or the summary looks back. */
  oldestIncident: z.object({ id: Id, number: Count, openedAt: Instant }).nullable(),
  /** What the recommendation is for. */
  size: PortfolioSize,
  recommendation: Recommendation,
  /** What the releases changed that the recorded rate of updates counts; one may change several things. */
  releaseChanges: z.object({
    releases: Count,
    said: Count,
    byChange: z.array(z.object({ change: z.enum(RELEASE_CHANGES), releases: Count })),
  }),
  /** The level that the latest finished assessment of the whole organisation found; `null`: none was finished. */
  held: z.object({ level: z.number(), assessmentId: Id, name: z.string(), finishedAt: Instant }).nullable(),
  /** What the chosen scenario says; `null`: none is chosen, or the summary looks back. */
  investment: InvestmentHeadline.nullable(),
  attention: z.array(Attention),
  /** The same by model, with owner and action: what to do first. Of many the first `rows`. */
  attentionRows: z.object({ total: Count, rows: z.array(AttentionRow) }),
  /** The finding as a sentence, and what stands behind it. */
  headline: Said,
  subline: Said,
});
export type Summary = z.output<typeof Summary>;

/** The groups of what goes on. */
export const MondayKind = z.enum([
  'drifted',
  'retraining',
  'incidents',
  'silent',
  'reports',
  'gates',
  'findings',
  'evidence',
  'reviews',
]);

/** One thing that goes on with a model, in the group that it belongs to. */
export const MondayRow = z.object({
  key: z.string(),
  mark: z.enum(['act', 'watch', 'silent', 'note']),
  /** `null`: an incident of no known model. */
  modelId: Id.nullable(),
  name: z.string(),
  tier: Tier.nullable(),
  what: Said,
  /** Open ones of the model, the gravest first. */
  incidents: z.array(z.object({ id: Id, number: Count })),
  /** '' = nobody. */
  owner: z.string(),
  /** Since when, or when it is due. */
  since: z.string().nullable(),
  doubtful: z.boolean(),
  /** The version that is live. */
  release: z.object({ version: z.string(), at: z.string().nullable(), precision: Precision }).nullable(),
  /** It came since the last look. */
  fresh: z.boolean(),
  action: Attention.shape.action,
});

/** What goes on, and what of it is new since somebody looked last. */
export const Monday = z.object({
  at: Instant,
  since: Instant,
  /** `looked`: since this person's last visit on this computer; `week`: nobody has looked before. */
  basis: z.enum(['chosen', 'looked', 'week']),
  headline: Said,
  subline: Said,
  /** Rows that are new. */
  fresh: Count,
  groups: z.array(
    z.object({
      kind: MondayKind,
      title: Said,
      /** What changed since then. */
      change: Said,
      /** Also of those beyond the rows. */
      total: Count,
      rows: z.array(MondayRow),
    }),
  ),
});
export type Monday = z.output<typeof Monday>;

/** Two days side by side, each as it stood at its end (UTC). */
export const Changes = z.object({
  from: CalendarDate,
  to: CalendarDate,
  headline: Said,
  subline: Said,
  /** As the overview of each day says them; `null` = not known, or nothing of the kind was registered by then. */
  figures: z.array(
    z.object({ key: z.string(), label: z.string(), before: z.number().nullable(), after: z.number().nullable() }),
  ),
  groups: z.array(
    z.object({
      kind: z.enum(['came', 'went', 'moved', 'drifted', 'incidents', 'decided']),
      title: Said,
      /** Also of those beyond the rows. */
      total: Count,
      rows: z.array(
        z.object({
          key: z.string(),
          title: Said,
          modelId: Id.nullable(),
          incidentId: Id.nullable(),
          assessmentId: Id.nullable(),
          /** '' = it was not there. */
          before: Said,
          after: Said,
          /** `null`: between the days, on which is not known. */
          at: Instant.nullable(),
        }),
      ),
    }),
  ),
});

/** What somebody follows, the latest first; what was deleted is left out until it is back. */
export const Follows = z.object({
  models: z.array(z.object({ id: Id, name: z.string() })),
  incidents: z.array(z.object({ id: Id, number: Count, title: z.string() })),
});

export const overview = {
  /** `followed`: of what needs attention only the rows of what the caller follows; every figure stays that of the portfolio. */
  summary: query(z.object({ at: Instant.optional(), followed: z.boolean().default(false) }).prefault({}), Summary),
  /** Every figure of the register of quantities with unit and definition, as the screens show them. */
  figures: query(Empty, Figures),
  /** Without `since` it is since the caller's last visit, as `overview.looked` notes it. */
  /** … `followed`: rows, counts and words of what the caller follows alone. */
  monday: query(z.object({ since: Instant.optional(), followed: z.boolean().default(false) }).prefault({}), Monday),
  /** Left out: the last 30 days, up to today. */
  changes: query(z.object({ from: Day.optional(), to: Day.optional() }).prefault({}), Changes),
  /** By this person on this computer; like a look, no fact of the portfolio. */
  follows: query(Empty, Follows),
  follow: command(z.object({ kind: z.enum(['model', 'incident']), id: Id, on: z.boolean() }), Follows),
  /** Somebody has looked: it is kept beside the portfolio, for this person on this computer, and is no fact of it. */
  looked: command(z.object({}).prefault({}), z.object({ since: Instant })),
};
