import { describe, expect, it } from 'vitest';
import { cadenceWords, conditionWords, emptyPack, evidenceWords, fromWords, heldWords } from './pack-words';
import { packProblems } from './pack-problems';

describe('what a line says, in words', () => {
  it('of conditions', () => {
    expect(conditionWords({ always: true })).toBe('always');
    const generative = { of: 'model.kind', is: 'in', value: ['generative', 'agent'] } as const;
    const later = { of: 'model.tier', is: 'lt', value: '2026-01-31' } as const;
    expect(conditionWords({ all: [generative, { any: [later, { not: { of: 'class', is: 'set' } }] }] })).toBe(
      'kind is one of generative, agent, and (tier is before 31 Jan 2026, or not (the class is known))',
    );
  });

  it('of questions and classes, by their labels where the pack has them', () => {
    const condition = {
      all: [
        { of: 'question.role', is: 'has', value: 'p' },
        { of: 'class', is: 'eq', value: 'h' },
      ],
    } as const;
    const questions = [
      { id: 'role', label: 'In what role?', type: 'choices', options: [{ value: 'p', label: 'Provider' }] },
    ] as const;
    const classification = { classes: [{ value: 'h', label: 'High risk' }], derive: [] };
    expect(conditionWords(condition, { questions, classification })).toBe(
      'the answer to “In what role?” has Provider, and the class is High risk',
    );
    expect(conditionWords(condition)).toBe('the answer to “role” has p, and the class is h');
  });

  it('of days, cadence, places and what shows it', () => {
    expect(fromWords('2027-12-02')).toBe('asked for from 2 Dec 2027');
    expect(fromWords([{ when: { always: true }, on: '2027-12-02' }])).toBe('from 2 Dec 2027 where always');
    expect(cadenceWords({ kind: 'every', monthsByTier: { 1: 12, 2: 24, 3: 36 }, basis: 'house' })).toBe(
      'every 12, 24 or 36 months by tier (interval is ours)',
    );
    expect(cadenceWords({ kind: 'event', event: 'drift_act', withinDays: 5 })).toBe('after drift act, within 5 days');
    expect(heldWords('field:businessOwner')).toBe('business owner');
    expect(evidenceWords({ rule: 'evidence_valid', kind: 'validation', maxAgeMonths: 12 })).toBe(
      'valid validation, at most 12 months old',
    );
  });

  it('of an empty one, which is whole', () => {
    expect(packProblems(emptyPack('ours', 'Ours', 'House', '2026-11-30'))).toEqual([]);
  });
});
