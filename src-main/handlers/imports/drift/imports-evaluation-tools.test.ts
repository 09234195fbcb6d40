import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testBackend } from '../../../testing/test-backend';

const SAMPLES = join(import.meta.dirname, '../../../importers/drift/samples');
const sampleText = (name: string): string => readFileSync(join(SAMPLES, name), 'utf8');

async function portfolio(called: string) {
  const engine = await testBackend();
  const { id } = await engine.call('models.create', { name: 'Help desk', kind: 'generative', since: '2026-01-01' });
  const bring = async (name: string, content?: string) => {
    const file = join(engine.folder, name);
    if (content === undefined) copyFileSync(join(SAMPLES, name), file);
    else writeFileSync(file, content);
    const mapping = { kind: 'drift' as const, models: [{ name: called, modelId: id }] };
    const preview = await engine.call('imports.preview', { file, mapping });
    expect(preview.format).toBe('drift');
    return { preview, applied: await engine.call('imports.apply', { file, mapping }) };
  };
  const series = async () =>
    (await engine.call('drift.series', { modelId: id })).series
      .map(({ column, metric, method, t, v, nCur }) => [column, metric, method, t[0], v[0], nCur[0]])
      .toSorted((a, b) => String(a[0]).localeCompare(String(b[0])));
  return { ...engine, id, bring, series };
}

describe('what DeepEval keeps of a test run', () => {
  it('comes as a pass rate a metric, with its judge and the score from which a case passes', async () => {
    const { bring, series } = await portfolio('openai:gpt-5');
    await bring('deepeval-4.3.1-20261130.json');
    const day = '2026-11-30T00:00:00.000Z';
    expect(await series()).toEqual([
      ['Exact match', 'passRate', 'Check metric, passed from 1', day, 0.75, 12],
      ['Polite [GEval]', 'passRate', 'LLM judge house-judge-2026-10, passed from 0.5', day, 0.75, 12],
    ]);
  });

  it('leaves errors out of n, and says so; another limit is another series', async () => {
    const { bring, series } = await portfolio('openai:gpt-5');
    const run = JSON.parse(sampleText('deepeval-4.3.1-20261130.json'));
    run.metricsScores[0].errors = 2;
    for (const one of run.testCases) one.metricsData[1].threshold = 0.9;
    await bring('deepeval-4.3.1-20261130.json');
    const { preview } = await bring('later-20261201.json', JSON.stringify(run));
    expect(JSON.stringify(preview.problems)).toContain('2 of its cases ended in an error');
    expect((await series()).map(([, , method]) => method)).toContain('LLM judge house-judge-2026-10, passed from 0.9');
    expect(await series()).toHaveLength(3);
  });
});

describe('the log of openai/evals', () => {
  it('comes as a pass rate with n, counted from its events', async () => {
    const { bring, series } = await portfolio('house/help-desk');
    await bring('openai-evals-3.0.1-counting.jsonl');
    expect(await series()).toEqual([
      ['counting', 'passRate', 'Check accuracy, counting.test.v1', '2026-11-30T09:59:00.053Z', 0.9, 40],
    ]);
  });

  it('keeps what a judging model chose under its own name', async () => {
    const { bring, series } = await portfolio('house/help-desk');
    await bring('openai-evals-3.0.1-polite.jsonl');
    expect((await series()).map(([column, metric, method, , value, n]) => [column, metric, method, value, n])).toEqual([
      ['polite', 'counts/C', 'LLM judge house/judge, polite.test.v2', 36, 40],
      ['polite', 'counts/D', 'LLM judge house/judge, polite.test.v2', 4, 40],
    ]);
  });

  it('of a run that was not finished is refused with the reason', async () => {
    const { bring, series } = await portfolio('house/help-desk');
    const lines = sampleText('openai-evals-3.0.1-counting.jsonl').split('\n');
    const cut = lines.filter((line) => !line.includes('final_report')).join('\n');
    await expect(bring('cut.jsonl', cut.slice(0, -40))).rejects.toThrow(
      'The run has no final report: it was not finished, and holds no figures.',
    );
    expect(await series()).toEqual([]);
  });
});

describe('runs of the OpenAI evaluation service', () => {
  const run = (model: string, created: number, passed: number, status = 'completed') => ({
    id: `evalrun_${created}`,
    object: 'eval.run',
    eval_id: 'eval_67',
    created_at: created,
    model,
    status,
    data_source: { type: 'completions' },
    result_counts: { total: 102, errored: 2, failed: 100 - passed, passed },
    per_testing_criteria_results: [{ testing_criteria: 'String check grader', passed, failed: 100 - passed }],
  });

  it('come singly and as a page, each with its own time and model', async () => {
    const { bring, series } = await portfolio('gpt-5');
    const page = { object: 'list', data: [run('gpt-5', 1_792_800_000, 90), run('gpt-5', 1_792_900_000, 80, 'failed')] };
    const { preview } = await bring('runs.json', JSON.stringify(page));
    expect(JSON.stringify(preview.problems)).toContain('“failed”, not completed');
    await bring('run.json', JSON.stringify(run('gpt-5', 1_793_000_000, 85)));
    const [found] = await series();
    expect(found?.slice(0, 3)).toEqual(['String check grader', 'passRate', 'Criterion of evaluation eval_67']);
    expect(found?.slice(4)).toEqual([0.9, 100]);
    expect(await series()).toHaveLength(1);
  });
});
