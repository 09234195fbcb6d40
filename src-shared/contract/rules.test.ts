import { describe, expect, it } from 'vitest';
import type { Attention as AttentionRule } from '#domain/attention/attention-item';
import type { DriftResult as DriftResultRule } from '#domain/drift/result-columns';
import { recommendLevel } from '#domain/level/level-recommendation';
import { DriftResult } from './drift/results';
import { Recommendation } from './level';
import { Attention } from './overview';

/** The rules know nothing of the contract: that it carries what they say, and nothing more, is held here. */
describe('the contract carries what the rules say', () => {
  it('of the level that is recommended', () => {
    for (const models of [0, 3, 7, 300]) {
      const said = recommendLevel({ models, load: models * 12 });
      expect(Recommendation.parse(said)).toEqual(said);
    }
  });

  it('of what needs attention, with each action that there is', () => {
    const base = { kind: 'stalled', title: 'Five wait', detail: '', count: 5 } as const;
    const said: readonly AttentionRule[] = [
      {
        ...base,
        severity: 'act',
        since: '2026-01-01',
        action: {
          label: 'Open these 5 models',
          modelId: null,
          filter: {
            stage: ['deployed'],
            tier: [1, null],
            health: ['act'],
            inProduction: true,
            missing: ['owner', 'tier', 'updateFrequency'],
            reviewDueBefore: '2026-12-31',
          },
        },
      },
      {
        ...base,
        severity: 'watch',
        since: '2026-01-01T08:00:00.000Z',
        action: {
          label: 'Open 5 incidents',
          modelId: null,
          filter: null,
          incidents: { open: true, severity: [3, 4, 5, null], tier: [null], openedTo: '2026-01-01T00:00:00.000Z' },
        },
      },
      {
        ...base,
        severity: 'note',
        since: null,
        action: { label: 'Compare claims and rows', modelId: null, filter: null, assessmentId: 'a1' },
      },
    ];
    for (const one of said) expect(Attention.parse(one)).toEqual(one);
  });

  it('of a drift result', () => {
    const said: DriftResultRule = {
      modelId: 'm1',
      column: 'age',
      metric: 'psi',
      method: '',
      base: 'e',
      binning: 'deciles of the reference',
      modelVersion: '2.0',
      source: { tool: 'Evidently', version: '0.7.2' },
      at: '2026-01-01T00:00:00.000Z',
      windowStart: null,
      value: null,
      nRef: 1_000,
      nCur: 900,
      nBins: 10,
      lower: null,
      upper: 0.1,
      verdict: 'possible',
      row: 2,
      distribution: { bins: ['a', 'b'], edges: null, reference: [1, 2], current: [2, 1] },
    };
    expect(DriftResult.parse(said)).toEqual(said);
  });
});
