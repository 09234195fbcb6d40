import { describe, expect, it } from 'vitest';
import type { AnswerChoice } from '#domain/assessments/answer';
import { CORE_QUESTIONS } from '#domain/assessments/questions/question-sets';
import {
  type Choices,
  neighbour,
  nextOpen,
  progressByComponent,
  progressOf,
  progressWords,
  questionToShow,
} from './progress';

const { questions } = CORE_QUESTIONS;
const choices: Choices = new Map<string, AnswerChoice>([
  ['FS1', 2],
  ['FS2', 'unknown'],
  ['FS3', 'not_applicable'],
  ['MR1', 0],
]);
const allBut = (...left: readonly string[]): Choices =>
  new Map<string, AnswerChoice>(questions.filter(({ id }) => !left.includes(id)).map(({ id }) => [id, 1]));

describe('progress', () => {
  it('counts answered, unknown and left, and says so', () => {
    expect(progressOf(questions, choices)).toEqual({ answered: 3, unknown: 1, left: 26, all: 30 });
    expect(progressWords(progressOf(questions, choices))).toBe('3 of 30 answered, 1 unknown');
    expect(progressWords(progressOf(questions, allBut()))).toBe('30 of 30 answered');
  });

  it('is told apart by component', () => {
    const [first, second, ...rest] = progressByComponent(questions, choices);
    expect(first).toMatchObject({ component: 'feature_store', answered: 2, unknown: 1, left: 2, all: 5 });
    expect(second).toMatchObject({ component: 'model_registry', answered: 1, left: 4 });
    expect(rest).toHaveLength(4);
  });
});

describe('ways through the questions', () => {
  it('goes to the neighbours and stops at the ends', () => {
    expect(neighbour(questions, 'FS5', 1)?.id).toBe('MR1');
    expect(neighbour(questions, 'MR1', -1)?.id).toBe('FS5');
    expect(neighbour(questions, 'FS1', -1)).toBeNull();
    expect(neighbour(questions, 'MG5', 1)).toBeNull();
  });

  it('finds the next one without an answer, round the end, then the unknown ones', () => {
    expect(nextOpen(questions, choices, 'FS1')?.id).toBe('FS4');
    expect(nextOpen(questions, allBut('FS2'), 'MM3')?.id).toBe('FS2');
    expect(nextOpen(questions, new Map<string, AnswerChoice>([...allBut(), ['CD4', 'unknown']]), 'FS1')?.id).toBe(
      'CD4',
    );
    expect(nextOpen(questions, allBut(), 'FS1')).toBeNull();
    expect(nextOpen(questions, allBut('FS1'), 'FS1')).toBeNull();
  });

  it('goes on where the address or the last visit says, else behind the last answer', () => {
    expect(questionToShow(questions, choices, ['MM2', 'CD1'], 'MR1')?.id).toBe('MM2');
    expect(questionToShow(questions, choices, [undefined, 'CD1'], 'MR1')?.id).toBe('CD1');
    expect(questionToShow(questions, choices, ['no such', null], 'MR1')?.id).toBe('MR2');
    expect(questionToShow(questions, choices, [], '')?.id).toBe('FS4');
    expect(questionToShow(questions, new Map(), [], '')?.id).toBe('FS1');
    expect(questionToShow(questions, allBut(), [], 'MM1')?.id).toBe('FS1');
  });
});
