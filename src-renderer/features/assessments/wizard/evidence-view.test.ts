import { describe, expect, it } from 'vitest';
import type { AnswerChoice } from '#domain/assessments/answer';
import { evidencedAnswers } from '#domain/assessments/evidence';
import { NO_FACTS } from '#domain/assessments/evidence-facts';
import { evidenceView } from './evidence-view';

const told = { ...NO_FACTS.told, registryReference: true };
const facts = { ...NO_FACTS, told, production: 29, withOwner: 29, withOwnerAndTier: 20, withRegistryReference: 11 };
const view = (questionId: string, value: AnswerChoice, from = facts) =>
  evidenceView(
    evidencedAnswers(from, { [questionId]: { value } }).map((entry) => ({
      ...entry,
      counts: { ...entry.counts },
      also: [...entry.also],
    })),
    questionId,
  );

describe('evidenceView', () => {
  it('puts the counts beside the claim and names a contradiction', () => {
    const contradicted = view('MR1', 3);
    expect(contradicted.tone).toBe('contradicts');
    expect(contradicted.words).toContain('11 of 29');
    expect(contradicted.verdict).toContain('Contradicts the answer 3');
    expect(contradicted.reach).toContain('does not show in a portfolio');
  });

  it('bears out a claim that the rows reach, and says when they can show no more', () => {
    expect(view('MR1', 0).tone).toBe('bears_out');
    const all = { ...facts, withRegistryReference: 29 };
    expect(view('MR1', 3, all)).toMatchObject({ tone: 'shows_all' });
    expect(view('MR1', 3, all).verdict).toContain('cannot show 3');
  });

  it('says no evidence as such, never as no', () => {
    expect(view('FS1', 2)).toEqual({
      tone: 'none',
      verdict: '',
      words: 'No evidence: a portfolio cannot show this.',
      also: [],
      reach: '',
    });
    const empty = view('MR1', 2, NO_FACTS);
    expect(empty.tone).toBe('none');
    expect(empty.words).toMatch(/^No evidence: /);
  });

  it('waits for a claim', () => {
    expect(view('MR1', 'unknown')).toMatchObject({ tone: 'open', verdict: '' });
  });
});
