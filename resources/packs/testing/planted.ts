import {
  type AnswerRow,
  driftDays,
  type EvidenceRow,
  type FindingRow,
  type GovernedModel,
  type GovernedPortfolio,
} from '#domain/governance/governed';
import { DEFAULT_REVIEW_MONTHS } from '#domain/models/review';
import type { Stage } from '#domain/vocabulary';
import planted from './planted.json' with { type: 'json' };

interface PlantedMove {
  readonly to: string;
  readonly on: string | null;
  readonly version?: string;
}

type PlantedEvidence = EvidenceRow & { readonly modelId: string | null };
type PlantedAnswer = AnswerRow & { readonly modelId: string };

const { portfolio } = planted;
const ofModel = <T extends { readonly modelId: string | null }>(rows: readonly T[], id: string): readonly T[] =>
  rows.filter(({ modelId }) => modelId === id);

/** The planted portfolio as the rules read one; each of its gaps is known. */
export const plantedPortfolio: GovernedPortfolio = {
  today: portfolio.today,
  organisation: portfolio.organisation,
  reviewMonths: DEFAULT_REVIEW_MONTHS,
  units: portfolio.units,
  models: portfolio.models.map((model) => {
    const { id, unit, tier, nextReview, externalReferences, facts, moves } = model;
    return {
      id,
      unit,
      fields: model,
      facts,
      references: externalReferences,
      tier: tier as GovernedModel['tier'],
      nextReview,
      moves: (moves as readonly PlantedMove[]).map(({ to, on, version }) => ({
        to: to as Stage,
        on,
        recordedOn: portfolio.today,
        version: version ?? '',
      })),
      approvals: ofModel(portfolio.approvals, id),
      drift: driftDays(ofModel(portfolio.drift, id)),
      dependencies: ofModel(portfolio.dependencies, id).map(({ from }) => ({ from, until: null })),
      ownerChanges: [],
      evidence: ofModel(portfolio.evidence as readonly PlantedEvidence[], id),
      findings: ofModel(portfolio.findings, id).map((finding) => ({
        status: finding.status as FindingRow['status'],
        openedOn: finding.openedOn,
        due: finding.due,
        closedOn: 'closedOn' in finding ? (finding.closedOn ?? null) : null,
        acceptedUntil: 'acceptedUntil' in finding ? (finding.acceptedUntil ?? null) : null,
      })),
      answers: ofModel(portfolio.answers as readonly PlantedAnswer[], id),
      incidentReports: [],
    };
  }),
  evidence: (portfolio.evidence as readonly PlantedEvidence[]).filter(({ modelId }) => modelId === null),
};

interface ExpectedLine {
  readonly id: string;
  readonly rows: string;
}

export interface Expected {
  readonly pack: string;
  readonly models: number;
  readonly scopeUnknown: number;
  readonly order: readonly string[];
  readonly classes?: Readonly<Record<string, string>>;
  readonly fields: readonly ExpectedLine[];
  readonly duties: readonly ExpectedLine[];
}

export const expected = planted.expected as unknown as Readonly<Record<string, Readonly<Record<string, Expected>>>>;
export const expectedClocks = planted.clocks;
