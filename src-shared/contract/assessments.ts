import { z } from 'zod';
import { CalendarDate, Count, Empty, Id, Instant } from './common';
import { command, type Given, query, Said } from './define';
import { Component, Level, Recommendation, Score } from './level';
import { OfferPrice } from './offer-price';
import { LevelThresholds } from './portfolio/settings';

const Line = z.string().trim().max(500);
const Text = z.string().trim().max(5_000);

/** 0–3, or why there is no number. */
export const AnswerChoice = z.union([
  z.literal(0),
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal('unknown'),
  z.literal('not_applicable'),
]);
/** 0 said so, 1 a second person agrees, 2 artefact linked, 3 checked by somebody else in the last 12 months. */
export const EvidenceGrade = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);

export const Response = z.object({
  questionId: z.string().max(20),
  respondent: z.string(),
  value: AnswerChoice,
  grade: EvidenceGrade,
  reason: z.string(),
  comment: z.string(),
  link: z.string(),
  owner: z.string(),
  answeredAt: Instant,
});

/** What the level is recommended for; the numbers may come from the portfolio or be typed. */
export const DemandInputs = z.object({
  models: Count.max(1_000_000),
  /** Releases a year of one model, on average over those whose frequency is known; 0 = not known of any. */
  updatesPerYear: z.number().min(0).max(100_000),
  /** Models of which nobody has said how often they are updated; they add nothing to the load. */
  unknownFrequency: Count.optional(),
  /** Where the numbers came from. */
  source: z.enum(['portfolio', 'typed']),
  /** Models that come into production over the next 24 months, evenly; negative = retirements. */
  growthModels: z.number().min(-1_000_000).max(1_000_000),
  /** Of each model that comes. */
  growthUpdatesPerYear: z.number().min(0).max(100_000),
  /** A high-risk or regulated model is in the portfolio or planned: governance aims one level higher. */
  highRisk: z.boolean(),
});

/** A part of the plan as it was moved or changed; everything else of an item follows from its gap. */
export const RoadmapEdit = z.object({
  id: z.string().max(20),
  startMonth: Count.max(120),
  effortWeeks: z.number().min(0.5).max(520).optional(),
});
/** Who answers for a step of the roadmap, and by when; what is left out is still to be named. */
export const RoadmapStep = z.object({
  id: z.string().max(20),
  owner: Line.optional(),
  due: CalendarDate.optional(),
});
export const RoadmapSettings = z.object({
  /** Left out: the smallest team that makes the horizon. */
  people: z.number().int().min(1).max(50).optional(),
  horizonMonths: z.number().int().min(1).max(60),
  /** First month of the plan (`2027-01`). */
  start: z.string().regex(/^\d{4}-\d{2}$/),
  edits: z.array(RoadmapEdit).max(60),
  steps: z.array(RoadmapStep).max(60).optional(),
  /** Who stands for the money. */
  sponsor: Line.optional(),
  decisionDay: CalendarDate.optional(),
});

const Weights = z.partialRecord(Component, z.number().min(0).max(10));
const Targets = z.partialRecord(Component, Level);

export const AssessmentHead = z.object({
  id: Id,
  name: z.string(),
  /** Unit that it is about; '' = the whole organisation. */
  unit: z.string(),
  status: z.enum(['open', 'finished']),
  startedAt: Instant,
  finishedAt: Instant.nullable(),
  questionVersion: Count,
  target: Level,
  respondents: z.array(z.string()),
  overallLevel: z.number(),
  overallMean: z.number().nullable(),
  percentToTarget: z.number().nullable(),
  answered: z.number(),
  /** The same in numbers: answered ones, and those that apply. */
  questionsAnswered: Count,
  questions: Count,
});
export type AssessmentHead = Given<z.output<typeof AssessmentHead>>;

export const Assessment = AssessmentHead.extend({
  inputs: DemandInputs,
  componentTargets: Targets,
  weights: Weights,
  /** The question that was answered last; '' = none yet. Going on starts behind it. */
  position: z.string(),
  responses: z.array(Response),
  roadmap: RoadmapSettings.nullable(),
  /** Combined over the respondents, as scored. */
  answers: z.record(z.string(), z.object({ value: AnswerChoice, grade: EvidenceGrade })),
  score: Score,
  recommendation: Recommendation,
  thresholds: LevelThresholds,
  evidence: z.array(
    z.object({
      questionId: z.string(),
      suggests: z.number().nullable(),
      ceiling: z.number(),
      counts: z.object({ part: z.number(), whole: z.number() }),
      words: Said,
      also: z.array(Said),
      claimed: z.number().nullable(),
      contradiction: z.boolean(),
    }),
  ),
  evidenceSummary: Said,
  /** On which day what was counted, as sentences: the size when it was started, the rows when it was finished. */
  counted: z.object({ size: Said, evidence: Said }),
});
export type Assessment = Given<z.output<typeof Assessment>>;

export const assessments = {
  list: query(Empty, z.object({ assessments: z.array(AssessmentHead) })),
  get: query(z.object({ id: Id }), Assessment),
  /** What the open portfolio says about demand, to start from. */
  demand: query(
    z.object({ unit: Line.default('') }).prefault({}),
    z.object({
      models: Count,
      updatesPerYear: z.number(),
      unknownFrequency: Count,
      tier1InProduction: Count,
      /** Not retired, and of kind generative or agent; and those of which nobody has said the kind. */
      generative: Count,
      kindUnknown: Count,
      /** What the moves of the last twelve months show; `perModel` is `null` where no update is recorded. */
      recorded: z.object({
        from: Instant,
        to: Instant,
        releases: Count,
        updates: Count,
        years: z.number(),
        perModel: z.number().nullable(),
        undated: Count,
      }),
    }),
  ),
  /** Numbers that are left out come from the open portfolio; the target from the recommendation. */
  start: command(
    z
      .object({
        name: Line.min(1).optional(),
        unit: Line.default(''),
        target: Level.optional(),
        inputs: DemandInputs.partial().optional(),
        respondents: z.array(Line.min(1)).max(50).default([]),
        /** Asks the questions on generative AI too: version 2. Left out: where such a model is not retired. */
        generative: z.boolean().optional(),
      })
      .prefault({}),
    Assessment,
  ),
  update: command(
    z.object({
      id: Id,
      patch: z
        .object({
          name: Line.min(1),
          unit: Line,
          target: Level,
          inputs: DemandInputs.partial(),
          componentTargets: Targets,
          weights: Weights,
          respondents: z.array(Line.min(1)).max(50),
          roadmap: RoadmapSettings.nullable(),
          /** Takes the questions on generative AI in, or out as long as none of them is answered. */
          generative: z.boolean(),
        })
        .partial()
        .strict(),
    }),
    Assessment,
  ),
  /** Kept as it is given; the same respondent's earlier answer is replaced. Answers the whole assessment. */
  answer: command(
    z.object({
      id: Id,
      questionId: z.string().max(20),
      respondent: Line.default(''),
      value: AnswerChoice,
      grade: EvidenceGrade.default(0),
      reason: Text.default(''),
      comment: Text.default(''),
      link: Line.max(2000).default(''),
      owner: Line.default(''),
    }),
    Assessment,
  ),
  clearAnswer: command(z.object({ id: Id, questionId: z.string().max(20), respondent: Line.default('') }), Assessment),
  /** Gives a person another name, with the answers; '' = the room as a whole, which becomes that person. */
  renameRespondent: command(z.object({ id: Id, respondent: Line, name: Line.min(1) }), Assessment),
  /** Takes a person out with the answers. */
  removeRespondent: command(z.object({ id: Id, respondent: Line }), Assessment),
  /** The result keeps the versions that it was computed with. */
  finish: command(z.object({ id: Id }), Assessment),
  reopen: command(z.object({ id: Id }), Assessment),
  remove: command(z.object({ id: Id }), z.object({ removed: Count })),
  compare: query(
    z.object({ ids: z.array(Id).min(2).max(20) }),
    z.object({
      assessments: z.array(
        z.object({
          id: Id,
          label: z.string(),
          unit: z.string(),
          date: CalendarDate,
          overallLevel: z.number().nullable(),
          overallMean: z.number().nullable(),
          percentToTarget: z.number().nullable(),
          /** Its own result, over all that it was asked: the figures beside it are over the questions in common. */
          own: z.object({
            questions: Count,
            level: z.number().nullable(),
            mean: z.number().nullable(),
            percentToTarget: z.number().nullable(),
          }),
          components: z.record(
            Component,
            z.object({
              mean: z.number().nullable(),
              level: z.number().nullable(),
              percentToTarget: z.number().nullable(),
            }),
          ),
        }),
      ),
      /** Questions that all of them ask alike. */
      commonQuestions: Count,
      changed: z.array(
        z.object({ id: z.string(), topic: z.string(), component: Component, values: z.array(AnswerChoice.nullable()) }),
      ),
      notComparable: z.array(z.object({ id: z.string(), topic: z.string() })),
      words: z.array(Said),
    }),
  ),
};

const OfferedComponent = z.object({
  coverage: z.enum(['none', 'partial', 'full']),
  evidence: z.string().trim().max(2000),
});
export const VendorOffer = z.object({
  id: Id,
  name: z.string(),
  notes: z.string(),
  components: z.record(Component, OfferedComponent),
  /** Without governance an offer is incomplete, whatever else it has. */
  incomplete: z.boolean(),
  words: Said,
  /** `null`: nothing is known of it. */
  price: OfferPrice.nullable(),
});
export type VendorOffer = z.output<typeof VendorOffer>;

export const vendors = {
  list: query(Empty, z.object({ offers: z.array(VendorOffer) })),
  /** With an id the offer is changed, else a new one is kept. */
  save: command(
    z.object({
      id: Id.optional(),
      name: Line.min(1),
      notes: Text.default(''),
      components: z.record(Component, OfferedComponent),
      /** Left out: as it was. */
      price: OfferPrice.nullable().optional(),
    }),
    VendorOffer,
  ),
  remove: command(z.object({ id: Id }), z.object({ removed: Count })),
  /** What several offers give together. */
  combine: query(
    z.object({ ids: z.array(Id).min(1).max(20) }),
    z.object({
      components: z.record(Component, z.object({ coverage: OfferedComponent.shape.coverage, by: z.array(Id) })),
      incomplete: z.boolean(),
      words: Said,
    }),
  ),
};
