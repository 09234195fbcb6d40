import { describe, expect, it } from 'vitest';
import { COMPONENTS } from '../components';
import { needFor } from './question';
import {
  CORE_QUESTIONS,
  findQuestion,
  GENERATIVE_QUESTIONS,
  QUESTION_SETS,
  questionSet,
  questionsAnswered,
} from './question-sets';

const { questions } = CORE_QUESTIONS;

describe('the questions', () => {
  it('are thirty, five a component, in component order and with ids of their own', () => {
    expect(questions.map(({ component }) => component)).toEqual(COMPONENTS.flatMap((name) => Array(5).fill(name)));
    expect(new Set(questions.map(({ id }) => id)).size).toBe(30);
    expect(new Set(questions.map(({ topic }) => topic)).size).toBe(30);
    expect(questions.map(({ id }) => id.slice(2)).join('')).toBe('12345'.repeat(6));
  });

  it('have four different anchors and every text', () => {
    for (const question of GENERATIVE_QUESTIONS.questions) {
      expect(new Set(question.anchors).size).toBe(4);
      for (const text of [question.topic, question.question, question.evidence, question.basis, ...question.anchors]) {
        expect(text.trim()).not.toBe('');
      }
    }
  });

  it('never need less at a higher level, and each of them matters at level 3', () => {
    for (const question of GENERATIVE_QUESTIONS.questions) {
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
  expect(questionSet(1)).toBe(CORE_QUESTIONS);
  expect(questionSet(99)).toBeNull();
  expect([...QUESTION_SETS.keys()]).toContain(CORE_QUESTIONS.version);
  expect(findQuestion(CORE_QUESTIONS, 'MG3')?.topic).toBe('Audit trail');
  expect(findQuestion(CORE_QUESTIONS, 'toString')).toBeNull();
});

describe('version 2', () => {
  const ids = GENERATIVE_QUESTIONS.questions.map(({ id }) => id);

  it('asks everything of version 1 in the same words, and five more in their components', () => {
    for (const question of questions) expect(findQuestion(GENERATIVE_QUESTIONS, question.id)).toEqual(question);
    expect(ids.filter((id) => findQuestion(CORE_QUESTIONS, id) === null)).toEqual(['ET6', 'ET7', 'CD6', 'MM6', 'MG6']);
    const order = GENERATIVE_QUESTIONS.questions.map(({ component }) => COMPONENTS.indexOf(component));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(new Set(GENERATIVE_QUESTIONS.questions.map(({ topic }) => topic)).size).toBe(35);
  });

  it('keeps its published needs', () => {
    const needs = ['ET6', 'ET7', 'CD6', 'MM6', 'MG6'].map((id) => {
      const need = findQuestion(GENERATIVE_QUESTIONS, id)?.need;
      return `${need?.L1}${need?.L2}${need?.L3}`;
    });
    expect(needs).toEqual(['023', '012', '023', '012', '123']);
  });

  it('is taken for answers that only it asks, so that what a script computed with version 1 stays', () => {
    expect(questionsAnswered({}).version).toBe(1);
    expect(questionsAnswered({ FS1: { value: 2 } }).version).toBe(1);
    expect(questionsAnswered({ FS1: { value: 2 }, MG6: { value: 2 } }).version).toBe(2);
    expect(questionsAnswered({ XX9: { value: 2 } }).version).toBe(2);
  });
});
