import { z } from 'zod';
import { EVIDENCE_OUTCOMES, FINDING_SEVERITIES, FINDING_TOPICS, RELATIONS } from '#domain/governance/vocabulary';
import { CalendarDate, Count, Instant } from '../common';
import { query } from '../define';
import { Figures } from '../figures';
import { IncidentRow } from '../incidents/parts';
import { ModelFilter } from '../models/model-filter';
import { ModelFields, ModelRow } from '../models/models';
import { Redaction } from './reports';

/** What is not told, as in reports: whoever asks for an assistant says it each time. */
const Redacted = { redact: Redaction.default({}) };
const Page = {
  offset: Count.default(0).describe('Rows to leave out at the beginning'),
  limit: z.number().int().min(1).max(100).default(25),
};

/**
 * Closed vocabularies alone: a name or a text that may be searched for could be found out by trying, where it is not told.
 */
const AskedFilter = ModelFilter.pick({
  stage: true,
  tier: true,
  health: true,
  kind: true,
  autonomy: true,
  monitoring: true,
  criticality: true,
  personalData: true,
  inProduction: true,
  openIncident: true,
});

/** Names a model for `assistant.model`: its id or, where names are not told, its alias. */
const Ref = z.string().min(1).max(64);

const BriefModel = ModelRow.pick({
  name: true,
  stage: true,
  inProduction: true,
  tier: true,
  kind: true,
  health: true,
  monitoring: true,
  version: true,
  unit: true,
  businessOwner: true,
  technicalOwner: true,
  openIncidents: true,
  lastResult: true,
  reviewDue: true,
}).extend({ ref: Ref });

const ToldModel = ModelFields.omit({
  annualValueMinor: true,
  annualRunCostMinor: true,
  nextReview: true,
  notes: true,
  externalReferences: true,
}).extend({
  ref: Ref,
  stage: ModelRow.shape.stage,
  inProduction: z.boolean(),
  version: z.string(),
  versionSince: Instant.nullable(),
  reliesOn: z.array(z.object({ name: z.string(), relation: z.enum(RELATIONS), critical: z.boolean() })),
  /** Somebody looked, and it rests on nothing. */
  restsOnNothing: z.boolean(),
  withheldReliances: Count,
  /** The newest of each series of drift results. */
  figures: z.array(
    z.object({
      column: z.string(),
      label: z.string(),
      value: z.number(),
      at: Instant,
      tool: z.string(),
      verdict: z.string(),
      rows: z.number().nullable(),
    }),
  ),
  evidence: z.array(
    z.object({
      label: z.string(),
      on: CalendarDate,
      validUntil: CalendarDate.nullable(),
      outcome: z.enum(EVIDENCE_OUTCOMES),
    }),
  ),
  findings: z.array(
    z.object({
      title: z.string(),
      severity: z.enum(FINDING_SEVERITIES),
      topic: z.enum(FINDING_TOPICS),
      due: CalendarDate.nullable(),
    }),
  ),
  openIncidents: Count,
});

const ToldIncident = IncidentRow.pick({
  number: true,
  title: true,
  severity: true,
  status: true,
  modelName: true,
  openedAt: true,
  resolvedAt: true,
  timeToResolveHours: true,
});

/** What an assistant may ask: few questions, chosen for it, all of them reading, and each redacted as reports are. */
export const assistant = {
  figures: query(z.object(Redacted).strict(), Figures),
  models: query(
    z.object({ ...Redacted, filter: AskedFilter.default({}), ...Page }).strict(),
    z.object({ total: Count, models: z.array(BriefModel) }),
  ),
  model: query(z.object({ ...Redacted, ref: Ref }).strict(), ToldModel),
  incidents: query(
    z
      .object({ ...Redacted, open: z.boolean().default(true).describe('Only those that are not resolved'), ...Page })
      .strict(),
    z.object({ total: Count, incidents: z.array(ToldIncident) }),
  ),
};
