import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from '../base/wilson';
import { bandInForce, bandProblem } from './bands';
import { incomparable } from './comparable';
import { verdictCodes, verdictOfCode } from './day-verdicts';
import { evaluatorMethod } from './evaluator';
import { whyImpossible } from './possible-values';
import { rateVerdict } from './verdict';

const bands = { watch: 0.9, act: 0.8 };

describe('a pass rate', () => {
  it('is judged by its interval, and small samples say so', () => {
    // Wilson, 95 %: 19 of 20 is 0.764–0.991, 190 of 200 is 0.910–0.973, 140 of 200 is 0.633–0.759, 85 of 100 is 0.767–0.907.
    expect(rateVerdict(19 / 20, 20, bands)).toBe('too_few_rows');
    expect(rateVerdict(190 / 200, 200, bands)).toBe('ok');
    expect(rateVerdict(140 / 200, 200, bands)).toBe('act');
    expect(rateVerdict(85 / 100, 100, bands)).toBe('too_few_rows');
    expect(rateVerdict(850 / 1000, 1000, bands)).toBe('watch');
    expect(rateVerdict(1, 5, bands)).toBe('too_few_rows');
    expect(rateVerdict(0, 5, bands)).toBe('act');
  });
  it('has no verdict without a band or a value, and cannot tell without n', () => {
    expect(rateVerdict(0.5, 100, null)).toBe('none');
    expect(rateVerdict(null, 100, bands)).toBe('none');
    expect(rateVerdict(0.5, null, bands)).toBe('too_few_rows');
    expect(rateVerdict(0.5, 0, bands)).toBe('too_few_rows');
  });
  it('gets a verdict only where the whole interval bears it out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.nat(2000), (n, raw) => {
        const passed = raw % (n + 1);
        const { low, high } = wilson(passed, n);
        const verdict = rateVerdict(passed / n, n, bands);
        if (verdict === 'act') expect(high).toBeLessThanOrEqual(bands.act);
        if (verdict === 'watch') expect(high).toBeLessThanOrEqual(bands.watch);
        if (verdict === 'ok') expect(low).toBeGreaterThan(bands.watch);
      }),
    );
  });
  it('is judged so wherever series are judged', () => {
    const band = bandInForce(
      [{ metric: 'passRate', modelId: 'm', tier: null, bands }],
      { id: 'm', tier: null },
      'passRate',
    );
    const points = {
      value: Float64Array.of(0.95, 0.95, 0.7, Number.NaN),
      nRef: Float64Array.of(Number.NaN, Number.NaN, Number.NaN, Number.NaN),
      nCur: Float64Array.of(20, 200, 200, 200),
      verdict: Float64Array.of(Number.NaN, Number.NaN, Number.NaN, Number.NaN),
    };
    expect(Array.from(verdictCodes(points, band), verdictOfCode)).toEqual(['too_few_rows', 'ok', 'act', 'none']);
    expect(bandProblem('passRate', { watch: 0.8, act: 0.9 })).toBe(
      'Pass rate: lower is worse, so act must lie below watch.',
    );
  });
  it('lies between 0 and 1', () => {
    expect(whyImpossible('passRate', 1.2)).toContain('lies between 0 and 1');
    expect(whyImpossible('judgeScore', 4.5)).toBeNull();
  });
});

describe('an evaluator', () => {
  it('is named with its version and prompt', () => {
    expect(evaluatorMethod({ by: 'llm', name: ' GPT-5 ', version: '2026-10', prompt: '9f2c' })).toBe(
      'LLM judge GPT-5 2026-10, prompt 9f2c',
    );
    expect(evaluatorMethod({ by: 'human', name: '', version: '', prompt: '' })).toBe('People');
  });
  it('is never joined with another one in a line', () => {
    const series = (method: string, tool = 'promptfoo') => ({
      metric: 'passRate',
      method,
      base: null,
      binning: '',
      tool,
    });
    expect(incomparable(series('LLM judge A 1'), series('LLM judge A 2'))).toEqual([
      'The evaluators differ: LLM judge A 1 (promptfoo) and LLM judge A 2 (promptfoo).',
    ]);
    expect(incomparable(series('LLM judge A 1'), series('LLM judge A 1', 'deepeval'))).toEqual([]);
  });
});
