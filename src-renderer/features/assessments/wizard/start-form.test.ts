import { describe, expect, it } from 'vitest';
import {
  NEW_DRAFT,
  planWords,
  portfolioWords,
  readStart,
  type StartDraft,
  startHeadline,
  startWords,
} from './start-form';

const recorded = {
  from: '2025-11-23T10:00:00.000Z',
  to: '2026-11-23T10:00:00.000Z',
  releases: 0,
  updates: 0,
  years: 0,
  perModel: null,
  undated: 0,
};
const demand = {
  models: 29,
  updatesPerYear: 11.5,
  unknownFrequency: 17,
  tier1InProduction: 2,
  generative: 0,
  kindUnknown: 0,
  recorded,
};
const read = (change: Partial<StartDraft>, from = demand) => readStart({ ...NEW_DRAFT, ...change }, from);

describe('readStart', () => {
  it('takes the portfolio for what nobody has typed', () => {
    expect(read({})).toEqual({
      inputs: {
        models: 29,
        updatesPerYear: 11.5,
        unknownFrequency: 17,
        source: 'portfolio',
        growthModels: 0,
        growthUpdatesPerYear: 11.5,
        highRisk: true,
      },
      problems: {},
      paceUnknown: { today: false, growth: false },
    });
  });

  it('follows what is typed, and gives the portfolio back when a field is emptied', () => {
    expect(read({ models: '12', updates: '4,5' }).inputs).toMatchObject({
      models: 12,
      updatesPerYear: 4.5,
      growthUpdatesPerYear: 4.5,
      source: 'typed',
    });
    expect(read({ models: '' }).inputs).toMatchObject({ models: 29, source: 'portfolio' });
    expect(read({ highRisk: false }).inputs.highRisk).toBe(false);
  });

  it('says what cannot be read and goes on with the portfolio', () => {
    const reading = read({ models: '2.5', growthUpdates: 'often' });
    expect(reading.inputs).toMatchObject({ models: 29, growthUpdatesPerYear: 11.5 });
    expect(reading.problems).toEqual({
      models: 'Write a whole number.',
      growthUpdates: 'Write a number.',
    });
  });

  it('cannot retire more models than there are', () => {
    expect(read({ growth: '-40' }).inputs.growthModels).toBe(-29);
    expect(read({ growth: '−5' }).inputs.growthModels).toBe(-5);
  });

  it('knows no frequency where the portfolio knows none, until one is typed', () => {
    const unknown = { ...demand, updatesPerYear: 0, unknownFrequency: 29 };
    expect(read({}, unknown).inputs.unknownFrequency).toBe(29);
    expect(read({ updates: '12' }, unknown).inputs.unknownFrequency).toBe(0);
    expect(read({ models: '40' }, unknown).inputs.unknownFrequency).toBe(40);
    expect(read({ growthUpdates: '4' }, unknown).paceUnknown).toEqual({ today: true, growth: false });
    const empty = { ...demand, models: 0, updatesPerYear: 0, unknownFrequency: 0, tier1InProduction: 0 };
    expect(read({ growth: '5' }, empty).paceUnknown).toEqual({ today: true, growth: true });
  });
});

describe('words', () => {
  it('say where the numbers come from', () => {
    expect(portfolioWords(demand, '')).toBe(
      'From this portfolio: 29 models in production, 12 of them with a known frequency; what is not known adds nothing to the load, which is at least as high as shown.',
    );
    expect(portfolioWords({ ...demand, unknownFrequency: 0 }, 'Cards')).toBe(
      'From Cards: 29 models in production, all with a known frequency.',
    );
    expect(portfolioWords({ ...demand, unknownFrequency: 29 }, '')).toContain('is not known');
    expect(portfolioWords({ ...demand, models: 0, unknownFrequency: 0 }, '')).toContain(
      'no model is in production yet',
    );
  });

  it('call what is typed typed, beside what the portfolio counts', () => {
    const empty = { ...demand, models: 0, unknownFrequency: 0 };
    expect(startWords(empty, '', read({ models: '14', updates: '12' }, empty).inputs)).toBe(
      'Typed: 14 models; in this portfolio none is in production yet. Finished, the assessment stands in for the inventory until there is one.',
    );
    expect(startWords(demand, 'Cards', read({ models: '14' }).inputs)).toBe(
      'Typed: 14 models; Cards counts 29 models in production.',
    );
    expect(startWords(demand, '', read({}).inputs)).toBe(portfolioWords(demand, ''));
  });

  it('say the finding and the plan', () => {
    expect(startHeadline(read({}).inputs, 3)).toBe('29 models ask for level 3 by the rule of thumb');
    expect(startHeadline(read({ models: '1' }).inputs, 1)).toBe('1 model asks for level 1 by the rule of thumb');
    expect(startHeadline(read({ models: '0' }).inputs, null)).toContain('nothing to recommend yet');
    expect(planWords(read({ growth: '10' }).inputs)).toBe('39 models then, evenly');
    expect(planWords(read({}).inputs)).toBe('no change planned');
  });
});
