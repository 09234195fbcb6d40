import type { Assessment } from '#contract/assessments';
import type { ModelFilter } from '#contract/models/model-filter';
import { isRate, UPDATES_CLAIM } from '#domain/assessments/evidence-updates';
import type { QuestionSet } from '#domain/assessments/questions/question';
import { findQuestion } from '#domain/assessments/questions/question-sets';
import { formatNumber } from '../../../lib/format';
import type { Result } from './result-score';

type Evidence = Assessment['evidence'][number];

/** `beyond`: claimed above what rows can show at all. `unclaimed`: nobody has answered with a number. */
export type EvidenceVerdict = 'contradicted' | 'beyond' | 'borne_out' | 'unclaimed' | 'none';

export interface EvidenceLink {
  readonly label: string;
  readonly filter: ModelFilter;
}

export interface EvidenceRow {
  readonly id: string;
  readonly topic: string;
  readonly verdict: EvidenceVerdict;
  /** `3`, `not answered`. */
  readonly claimed: string;
  /** `1`, `at least 2` where rows cannot show more, `no evidence`. */
  readonly suggests: string;
  /** The counts, and what they mean for the claim. */
  readonly words: readonly string[];
  /** What was counted; a whole of 0 is nothing to compare. */
  readonly counts: Evidence['counts'];
  /** The models behind the counts, where the portfolio has a filter for them. */
  readonly link: EvidenceLink | null;
}

export const VERDICTS: Readonly<Record<EvidenceVerdict, { readonly shape: string; readonly word: string }>> = {
  contradicted: { shape: '◆', word: 'Not borne out' },
  beyond: { shape: '▲', word: 'Borne out in part' },
  borne_out: { shape: '●', word: 'Borne out' },
  unclaimed: { shape: '○', word: 'Not claimed' },
  none: { shape: '', word: 'No evidence' },
};

const ORDER: readonly EvidenceVerdict[] = ['contradicted', 'beyond', 'borne_out', 'unclaimed', 'none'];

const LINKS: Readonly<Record<string, EvidenceLink>> = {
  MG1: { label: 'Models without an owner or a tier', filter: { inProduction: true, missing: ['owner', 'tier'] } },
  MG4: { label: 'Models without a purpose', filter: { inProduction: true, missing: ['purpose'] } },
  MM2: { label: 'Models without a result in time', filter: { inProduction: true, health: ['silent', 'unknown'] } },
  MM4: { label: 'Models in production', filter: { inProduction: true } },
  MR1: { label: 'Models in production', filter: { inProduction: true } },
  [UPDATES_CLAIM.id]: { label: 'Models in production', filter: { inProduction: true } },
};

function linkOf({ questionId, counts }: Evidence, unit: string): EvidenceLink | null {
  const link = Object.hasOwn(LINKS, questionId) ? LINKS[questionId] : undefined;
  if (!link || counts.whole === 0) return null;
  return unit === '' ? link : { ...link, filter: { ...link.filter, unit: [unit] } };
}

function verdictOf(evidence: Evidence): EvidenceVerdict {
  const { suggests, claimed, contradiction } = evidence;
  if (suggests === null) return 'none';
  if (claimed === null) return 'unclaimed';
  if (contradiction) return 'contradicted';
  if (isRate(evidence)) return 'borne_out';
  return claimed > suggests ? 'beyond' : 'borne_out';
}

function sentence(text: string): string {
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}

function meaning(evidence: Evidence, verdict: EvidenceVerdict): string[] {
  const { suggests, claimed, ceiling } = evidence;
  if (isRate(evidence)) return [];
  if (verdict === 'beyond')
    return [`Rows can show an answer of ${ceiling} at most; what ${claimed} asks for needs an artefact.`];
  if (verdict === 'borne_out' && claimed !== null && suggests !== null && suggests > claimed) {
    return ['The rows suggest more than was claimed.'];
  }
  return [];
}

/** `34.2 a year` */
const rate = (updates: number): string => `${formatNumber(updates, 1)} a year`;

function suggestsOf(evidence: Evidence): string {
  const { suggests, ceiling } = evidence;
  if (suggests !== null && isRate(evidence)) return rate(suggests);
  if (suggests === null) return 'no evidence';
  return suggests === ceiling && ceiling < 3 ? `at least ${suggests}` : String(suggests);
}

function rowOf(evidence: Evidence, questions: QuestionSet, unit: string): EvidenceRow {
  const verdict = verdictOf(evidence);
  const { questionId, claimed } = evidence;
  return {
    id: questionId,
    topic: isRate(evidence) ? UPDATES_CLAIM.topic : (findQuestion(questions, questionId)?.topic ?? questionId),
    verdict,
    claimed: claimed === null ? 'not answered' : isRate(evidence) ? rate(claimed) : String(claimed),
    suggests: suggestsOf(evidence),
    words: [evidence.words, ...evidence.also, ...meaning(evidence, verdict)].map(sentence),
    counts: evidence.counts,
    link: linkOf(evidence, unit),
  };
}

/** What was claimed beside what the portfolio's rows say: the contradictions first, then in the order of the questions. */
export function evidenceRows({ assessment, questions }: Result): EvidenceRow[] {
  const rows = assessment.evidence.map((evidence) => rowOf(evidence, questions, assessment.unit));
  return rows.toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
}
