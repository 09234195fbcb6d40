import { describe, expect, it } from 'vitest';
import { COMPONENTS } from '../components';
import { needFor } from './question';
import { CURRENT_QUESTIONS, findQuestion, QUESTION_SETS, questionSet } from './question-sets';

const { questions } = CURRENT_QUESTIONS;

describe('the questions', () => {
  it('are thirty, five a component, in component order and with ids of their own', () => {
    expect(questions.map(({ component }) => component)).toEqual(COMPONENTS.flatMap((name) => Array(5).fill(name)));
    expect(new Set(questions.map(({ id }) => id)).size).toBe(30);
    expect(new Set(questions.map(({ topic }) => topic)).size).toBe(30);
    expect(questions.map(({ id }) => id.slice(2)).join('')).toBe('12345'.repeat(6));
  });

  it('have four different anchors and every text', () => {
    for (const question of questions) {
      expect(new Set(question.anchors).size).toBe(4);
      for (const text of [question.topic, question.question, question.evidence, question.basis, ...question.anchors]) {
        expect(text.trim()).not.toBe('');
      }
    }
  });

  it('never need less at a higher level, and each of them matters at level 3', () => {
    for (const question of questions) {
      expect(needFor(question, 1)).toBeLessThanOrEqual(needFor(question, 2));
      expect(needFor(question, 2)).toBeLessThanOrEqual(needFor(question, 3));
      expect(needFor(question, 3)).toBeGreaterThanOrEqual(2);
    }
  });

  it('keep the needs of the published version 1', () => {
    const needs = questions.map(({ need }) => `${need.L1}${need.L2}${need.L3}`).join(' ');
    expect(needs).toBe(
      '012 013 013 013 012 123 123 023 123 123 023 023 123 012 012 023 023 123 023 023 123 023 123 013 123 123 123 023 123 123',
    );
  });
});

it('finds sets by version and questions by id', () => {
  expect(questionSet(1)).toBe(CURRENT_QUESTIONS);
  expect(questionSet(99)).toBeNull();
  expect([...QUESTION_SETS.keys()]).toContain(CURRENT_QUESTIONS.version);
  expect(findQuestion(CURRENT_QUESTIONS, 'MG3')?.topic).toBe('Audit trail');
  expect(findQuestion(CURRENT_QUESTIONS, 'toString')).toBeNull();
});
