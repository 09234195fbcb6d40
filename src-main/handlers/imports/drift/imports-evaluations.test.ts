import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testBackend } from '../../../testing/test-backend';

/** As `promptfoo eval -o results.json` writes it, by its types. */
const promptfoo = (judge: string, timestamp: string, passed: number) => ({
  evalId: 'eval-1',
  results: {
    version: 3,
    timestamp,
    prompts: [
      {
        raw: 'Answer {{question}}',
        label: 'Answer {{question}}',
        provider: 'openai:gpt-5',
        metrics: { score: passed, testPassCount: passed, testFailCount: 200 - passed, testErrorCount: 3 },
      },
    ],
    results: [{ success: true, testCase: { assert: [{ type: 'llm-rubric', value: 'is polite', provider: judge }] } }],
    stats: { successes: passed, failures: 200 - passed, errors: 3 },
  },
  config: { description: 'Golden set' },
  metadata: { promptfooVersion: '0.120.1' },
});

const LM_EVAL = {
  results: {
    gsm8k: {
      alias: 'gsm8k',
      'exact_match,strict-match': 0.5,
      'exact_match_stderr,strict-match': 0.05,
      'f1,none': 0.61,
    },
  },
  'n-samples': { gsm8k: { original: 1319, effective: 100 } },
  versions: { gsm8k: 3 },
  higher_is_better: { gsm8k: { exact_match: true, f1: true } },
  model_name: 'openai:gpt-5',
  lm_eval_version: '0.4.9',
  date: 1_761_955_200,
};

async function portfolio() {
  const engine = await testBackend();
  const { id } = await engine.call('models.create', {
    name: 'Help desk',
    kind: 'generative',
    stage: 'monitored',
    since: '2026-01-01',
  });
  const bring = async (name: string, content: unknown) => {
    const path = join(engine.folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    const mapping = { kind: 'drift' as const, models: [{ name: 'openai:gpt-5', modelId: id }] };
    const preview = await engine.call('imports.preview', { file: path, mapping });
    expect(preview.format).toBe('drift');
    return engine.call('imports.apply', { file: path, mapping });
  };
  const series = async () =>
    (await engine.call('drift.series', { modelId: id })).series.map(({ column, metric, method, v, nCur, verdict }) => ({
      column,
      metric,
      method,
      v,
      nCur,
      verdict,
    }));
  return { ...engine, id, bring, series };
}

describe('evaluations', () => {
  it('of promptfoo come as pass rates with n, a new judge as a new series, judged by the interval', async () => {
    const { call, id, bring, series } = await portfolio();
    await bring('october.json', promptfoo('openai:gpt-5', '2026-10-01T08:00:00.000Z', 190));
    await bring('november.json', promptfoo('openai:gpt-5', '2026-11-01T08:00:00.000Z', 140));
    await bring('later.json', promptfoo('anthropic:claude-opus', '2026-11-20T08:00:00.000Z', 195));
    await call('drift.setBand', { metric: 'passRate', modelId: id, bands: { watch: 0.9, act: 0.8 } });
    const found = (await series()).toSorted((a, b) => b.v.length - a.v.length);
    expect(found).toEqual([
      {
        column: 'Golden set',
        metric: 'passRate',
        method: 'LLM judge openai:gpt-5',
        v: [0.95, 0.7],
        nCur: [200, 200],
        verdict: ['ok', 'act'],
      },
      {
        column: 'Golden set',
        metric: 'passRate',
        method: 'LLM judge anthropic:claude-opus',
        v: [0.975],
        nCur: [200],
        verdict: ['ok'],
      },
    ]);
    const ids = (await call('drift.series', { modelId: id })).series.map((one) => one.id);
    const { comparable, reasons } = await call('drift.comparable', { a: ids[0] ?? 0, b: ids[1] ?? 0 });
    expect([comparable, reasons.join(' ')]).toEqual([false, expect.stringContaining('The evaluators differ')]);
  });

  it('below their limit make the model ask for attention, and small samples do not', async () => {
    const { call, id, bring } = await portfolio();
    await bring('november.json', promptfoo('openai:gpt-5', '2026-11-22T08:00:00.000Z', 140));
    const health = async () => (await call('drift.health', { modelId: id })).models[0];
    expect(await health()).toMatchObject({ health: 'unknown' });
    await call('drift.setBand', { metric: 'passRate', modelId: id, bands: { watch: 0.9, act: 0.8 } });
    expect(await health()).toMatchObject({ health: 'act' });
    const summary = await call('overview.summary', {});
    expect(summary.byHealth.act).toBe(1);
    expect(JSON.stringify(summary.attentionRows.rows)).toContain('Help desk');
    await call('drift.record', {
      modelId: id,
      column: 'Golden set',
      metric: 'passRate',
      method: 'LLM judge openai:gpt-5',
      source: { tool: 'promptfoo', version: '' },
      at: '2026-11-23T08:00:00.000Z',
      value: 0.9,
      nCur: 10,
    });
    expect((await health())?.words).toContain('too few for a rate’s interval');
  });

  it('of lm-evaluation-harness come as shares of n, what is none keeps its name', async () => {
    const { bring, series } = await portfolio();
    await bring('results_2025-11-01.json', LM_EVAL);
    expect((await series()).toSorted((a, b) => (a.metric < b.metric ? -1 : 1))).toEqual([
      { column: 'gsm8k', metric: 'f1', method: 'Check f1, task version 3', v: [0.61], nCur: [100], verdict: ['none'] },
      {
        column: 'gsm8k',
        metric: 'passRate',
        method: 'Check exact_match, strict-match, task version 3',
        v: [0.5],
        nCur: [100],
        verdict: ['none'],
      },
    ]);
  });

  it('come from a table too', async () => {
    const { bring, series } = await portfolio();
    await bring(
      'evals.csv',
      'time,model,column,metric,method,value,n\n2026-11-01,openai:gpt-5,Golden set,Pass rate,"LLM judge GPT-5 2026-10, prompt 9f2c",0.8,120\n2026-11-08,openai:gpt-5,Golden set,Pass rate,"LLM judge GPT-5 2026-11, prompt 9f2c",0.9,120\n',
    );
    expect((await series()).map(({ metric, method, v, nCur }) => [metric, method, v[0], nCur[0]])).toEqual([
      ['passRate', 'LLM judge GPT-5 2026-10, prompt 9f2c', 0.8, 120],
      ['passRate', 'LLM judge GPT-5 2026-11, prompt 9f2c', 0.9, 120],
    ]);
  });
});
