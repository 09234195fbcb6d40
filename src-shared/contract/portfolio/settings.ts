import { z } from 'zod';
import { FINDING_SEVERITIES, GATE_REQUIREMENTS } from '#domain/governance/vocabulary';
import { KINDS } from '#domain/models/kinds';
import { Count, Empty, Tier, UpdateFrequency } from '../common';
import { command, query } from '../define';

const EventDays = z.number().int().min(0).max(1000);
const Months = z.number().int().min(1).max(120);

/** The thresholds of rules.md 3; a result keeps the version that it was computed with. */
export const LevelThresholds = z.object({
  version: z.string(),
  /** At most this many models: level 1, level 2. */
  countLevel1: Count,
  countLevel2: Count,
  /** At most this many releases a year: level 1, level 2. */
  loadLevel1: z.number().min(0),
  loadLevel2: z.number().min(0),
  /** Below this many models the level is 2 at most. */
  capBelow: Count,
});

/** Asked of models of these tiers, and of models of these kinds whatever their tier. */
const GateScope = z.object({ tiers: z.array(Tier).max(3), kinds: z.array(z.enum(KINDS)).max(KINDS.length) });

const DeploymentGates = z.object({
  asked: z.record(z.enum(GATE_REQUIREMENTS), GateScope),
  /** Open findings from this severity on hold a model back. */
  findingsFrom: z.enum(FINDING_SEVERITIES),
});

export const Settings = z.object({
  updatesPerYear: z.record(UpdateFrequency, z.number().min(0).max(100_000)),
  levelThresholds: LevelThresholds,
  reviewMonths: z.object({ tier1: Months, tier2: Months, tier3: Months }),
  /** Tiers that leave validation towards production only with a recorded approval. */
  approvalGates: z.object({ tier1: z.boolean(), tier2: z.boolean(), tier3: z.boolean() }),
  /** What else is asked of a model before it goes into production. */
  deploymentGates: DeploymentGates,
  /** So many days after it an event calls for a review; 0: it calls for none. */
  reviewEventDays: z.object({ incident: EventDays, drift: EventDays, change: EventDays, release: EventDays }),
});
export type Settings = z.output<typeof Settings>;

/** What a file keeps of them: only what was changed, and of requirements those that its version knew. */
export const StoredSettings = Settings.partial().extend({
  deploymentGates: DeploymentGates.partial()
    .extend({ asked: z.partialRecord(z.enum(GATE_REQUIREMENTS), GateScope).optional() })
    .optional(),
});

export const settings = {
  get: query(Empty, Settings),
  /** A changed threshold table gets a new version by itself. */
  update: command(
    z
      .object({
        updatesPerYear: z.partialRecord(UpdateFrequency, z.number().min(0).max(100_000)),
        levelThresholds: LevelThresholds.omit({ version: true }).partial(),
        reviewMonths: Settings.shape.reviewMonths.partial(),
        approvalGates: Settings.shape.approvalGates.partial(),
        deploymentGates: z.object({
          asked: z.partialRecord(z.enum(GATE_REQUIREMENTS), GateScope).optional(),
          findingsFrom: DeploymentGates.shape.findingsFrom.optional(),
        }),
        reviewEventDays: Settings.shape.reviewEventDays.partial(),
      })
      .partial()
      .strict(),
    Settings,
  ),
};
