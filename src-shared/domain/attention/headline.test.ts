import { expect, it } from 'vitest';
import { type HeadlineInput, overviewHeadline } from './headline';

const portfolio: HeadlineInput = {
  models: 2133,
  inProduction: 892,
  recommendation: { level: 3 },
  at: '2026-11-23T10:00:00Z',
  notMonitored: 870,
  monitoringUnknown: 0,
};

it('says what the portfolio needs, as of when, and what is not watched', () => {
  expect(overviewHeadline(portfolio)).toEqual({
    headline: '892 models in production ask for level 3 by the rule of thumb',
    subline: '2,133 models in all, as of 23 Nov 2026. 870 of those in production are not monitored.',
  });
});

it('holds the level that was found against the one that is needed', () => {
  expect(overviewHeadline({ ...portfolio, heldLevel: 1 }).headline).toBe(
    '892 models in production ask for level 3 by the rule of thumb; you work at level 1',
  );
  expect(overviewHeadline({ ...portfolio, heldLevel: 0 }).headline).toContain('; you work below level 1');
  expect(overviewHeadline({ ...portfolio, heldLevel: null }).headline).not.toContain('you work');
});

it('fits one model', () => {
  const one = { ...portfolio, models: 1, inProduction: 1, recommendation: { level: 1 }, notMonitored: 0 } as const;
  expect(overviewHeadline(one)).toEqual({
    headline: '1 model in production asks for level 1 by the rule of thumb',
    subline: '1 model in all, as of 23 Nov 2026. It is monitored.',
  });
  expect(overviewHeadline({ ...one, notMonitored: 1 }).subline).toContain('It is not monitored.');
  expect(overviewHeadline({ ...portfolio, notMonitored: 1 }).subline).toContain('1 of those in production is not');
});

it('says all and none', () => {
  expect(overviewHeadline({ ...portfolio, notMonitored: 0 }).subline).toContain(
    'All of those in production are monitored.',
  );
  expect(overviewHeadline({ ...portfolio, notMonitored: 892 }).subline).toContain(
    'None of those in production is monitored.',
  );
});

it('does not find anything in an empty portfolio, or in one without production', () => {
  const none = { recommendation: { level: null }, inProduction: 0, notMonitored: 0 } as const;
  expect(overviewHeadline({ ...portfolio, ...none, models: 0 }).headline).toBe('Nothing in this portfolio yet');
  const waiting = overviewHeadline({ ...portfolio, ...none, models: 41 });
  expect(waiting.headline).toBe('41 models, none in production yet');
  expect(waiting.subline).toContain('As of 23 Nov 2026.');
});

it('counts those of which nobody has said beside those that are not monitored', () => {
  const subline = (counts: Partial<HeadlineInput>) => overviewHeadline({ ...portfolio, ...counts }).subline;
  expect(subline({ notMonitored: 70, monitoringUnknown: 800 })).toContain(
    '70 of those in production are not monitored; of 800 nobody has said whether they are.',
  );
  expect(subline({ notMonitored: 0, monitoringUnknown: 1 })).toContain(
    '891 of those in production are monitored; of 1 nobody has said whether it is.',
  );
  expect(subline({ notMonitored: 0, monitoringUnknown: 892 })).toContain(
    'Nobody has said of any of those in production whether it is monitored.',
  );
  expect(subline({ inProduction: 1, notMonitored: 0, monitoringUnknown: 1 })).toContain(
    'Nobody has said whether it is monitored.',
  );
});

it('says first where rule and money part, and of how many nobody knows whether they drifted', () => {
  const decision = { headline: 'The rule of thumb says level 3, the money level 2, over 5 years' };
  const verdicts = { byHealth: { ok: 800, silent: 2, unknown: 90 }, neverMeasured: 90 };
  expect(overviewHeadline({ ...portfolio, decision, heldLevel: 1, verdicts })).toEqual({
    headline: 'The rule of thumb says level 3, the money level 2, over 5 years; you work at level 1',
    subline:
      '2,133 models, 892 in production, as of 23 Nov 2026. 870 of those in production are not monitored. 92 have no drift verdict today.',
  });
});
