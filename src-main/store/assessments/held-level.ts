import type { Assessment } from '#contract/assessments';
import type { ReadHandle } from '../journal/handle';
import { findOrganisationAssessment, listAnswers } from './assessments';
import { combinedAnswers, scoreOf } from './score';

export interface HeldLevel {
  readonly level: number;
  readonly assessmentId: string;
  readonly name: string;
  readonly finishedAt: string;
  /** Claims that the rows can be held against, and those that they do not bear out. */
  readonly heldClaims: number;
  readonly contradicted: number;
}

/** What the latest finished assessment of the whole organisation found, on or before `at`. */
export async function findHeldLevel(read: ReadHandle, at: string): Promise<HeldLevel | null> {
  const row = await findOrganisationAssessment(read, at);
  if (!row) return null;
  const score = scoreOf(row, combinedAnswers(await listAnswers(read, row.id)));
  const result = JSON.parse(row.result ?? '{}') as Partial<Assessment>; // written when it was finished
  const held = (result.evidence ?? []).filter((one) => one.claimed !== null && one.suggests !== null);
  return {
    level: score.overallLevel,
    assessmentId: row.id,
    name: row.name,
    finishedAt: row.finished_at,
    heldClaims: held.length,
    contradicted: held.filter((one) => one.contradiction).length,
  };
}
