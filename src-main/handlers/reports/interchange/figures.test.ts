import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fillPortfolio } from '../../../testing/report-portfolio';
import { testBackend } from '../../../testing/test-backend';

const NOW = '2026-11-26T10:00:00.000Z';

/** Samples by their name and labels, read as the grammar of OpenMetrics has them; throws where a line is none of it. */
function read(text: string): ReadonlyMap<string, number> {
  const lines = text.split('\n');
  expect(lines.slice(-2)).toEqual(['# EOF', '']);
  const samples = new Map<string, number>();
  let family = '';
  for (const line of lines.slice(0, -2)) {
    const meta = /^# (TYPE|UNIT|HELP) ([a-z_:][a-z0-9_:]*) (.+)$/.exec(line);
    if (meta) {
      if (meta[1] === 'TYPE') family = String(meta[2]);
      expect(meta[2]).toBe(family);
      if (meta[1] === 'UNIT') expect(family.endsWith(`_${meta[3]}`)).toBe(true);
      continue;
    }
    const sample = /^([a-z0-9_]+)(\{(?:[a-z_]+="(?:[^"\\\n]|\\[\\"n])*",?)*\})? (-?[\d.e+-]+)$/.exec(line);
    if (!sample) throw new Error(`no line of OpenMetrics: ${line}`);
    expect([family, `${family}_info`]).toContain(sample[1]);
    const series = `${sample[1]}${sample[2] ?? ''}`;
    expect(samples.has(series) ? series : '').toBe('');
    samples.set(series, Number(sample[3]));
  }
  return samples;
}

async function filled() {
  const engine = await testBackend();
  await fillPortfolio(engine, 12, NOW);
  const out = join(engine.folder, 'figures');
  const text = (): string => readFileSync(out, 'utf8');
  return { ...engine, out, text };
}

describe('figures for a dashboard', () => {
  it('are those of the screens, with unit and definition; what is not known has no sample', async () => {
    const { call, out, text } = await filled();
    const { rows } = await call('exports.figures', { out });
    const samples = read(text());
    const summary = await call('overview.summary', {});
    expect(samples.get('modelfolio_models')).toBe(summary.models);
    expect(samples.get('modelfolio_in_production')).toBe(summary.inProduction);
    expect(samples.get('modelfolio_npv_eur')).toBe(summary.investment?.npv);
    expect(samples.get('modelfolio_models_by_stage{stage="retired"}')).toBe(summary.byStage.retired);
    const { figures } = await call('overview.figures', {});
    const known = figures.filter(({ value }) => value !== null);
    expect(rows).toBe(known.length);
    const prefixes = [...samples.keys()].filter((name) => !name.includes('{'));
    expect(prefixes).toHaveLength(known.length);
    await call('exports.figures', { out, format: 'json' });
    expect(JSON.parse(text()).figures).toEqual(figures);
  });

  it('of an empty portfolio say no cost and no time', async () => {
    const { call, folder } = await testBackend();
    const out = join(folder, 'figures');
    await call('exports.figures', { out });
    const samples = read(readFileSync(out, 'utf8'));
    expect(samples.get('modelfolio_models')).toBe(0);
    expect([...samples.keys()].filter((name) => /npv|resolve|held/.test(name))).toEqual([]);
  });

  it('tell an incident that nobody rated and models of no unit apart from all others', async () => {
    const { call, folder } = await testBackend();
    const out = join(folder, 'figures');
    await call('incidents.create', { title: 'Nobody rated it' });
    await call('models.create', { name: 'Motor', unit: 'unknown' });
    await call('models.create', { name: 'Fraud' });
    await call('exports.figures', { out });
    const samples = read(readFileSync(out, 'utf8'));
    expect(samples.get('modelfolio_open_incidents_by_severity{severity="unrated"}')).toBe(1);
    expect(samples.get('modelfolio_open_incidents_by_severity{severity="1"}')).toBe(0);
    expect(samples.get('modelfolio_models_by_unit{unit="unknown"}')).toBe(1);
    expect(samples.get('modelfolio_models_by_unit{unit=""}')).toBe(1);
    const told = { severity: null, incidents: 1 };
    expect((await call('assistant.figures', { redact: {} })).openIncidentsBySeverity).toContainEqual(told);
    await call('exports.figures', { out, format: 'json' });
    expect(JSON.parse(readFileSync(out, 'utf8')).openIncidentsBySeverity).toContainEqual(told);
  });

  it('hold no money and no unit where these stay in the house', async () => {
    const { call, out, text } = await filled();
    await call('exports.figures', { out, redact: { money: true, texts: true } });
    expect(text()).not.toMatch(/_eur|Retail|Treasury|name="/);
    expect(read(text()).get('modelfolio_models')).toBe(12);
  });
});

describe('tags for MLflow', () => {
  it('are bodies of the call that sets one, of models that lie there', async () => {
    const { call, folder } = await testBackend();
    const out = join(folder, 'tags.jsonl');
    await call('models.create', {
      name: 'Motor',
      tier: 1,
      businessOwner: 'Ada',
      unit: 'Pricing',
      externalReferences: [{ system: 'MLflow', id: 'motor-severity', url: '' }],
    });
    await call('models.create', { name: 'Elsewhere', tier: 2 });
    const { rows } = await call('exports.mlflowTags', { out });
    const lines = readFileSync(out, 'utf8').trim().split('\n');
    expect(lines).toHaveLength(rows);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { name: 'motor-severity', key: 'modelfolio.stage', value: 'proposed' },
      { name: 'motor-severity', key: 'modelfolio.tier', value: '1' },
      { name: 'motor-severity', key: 'modelfolio.unit', value: 'Pricing' },
      { name: 'motor-severity', key: 'modelfolio.business_owner', value: 'Ada' },
      { name: 'motor-severity', key: 'modelfolio.open_incidents', value: '0' },
      { name: 'motor-severity', key: 'modelfolio.open_findings', value: '0' },
    ]);
    await call('exports.mlflowTags', { out, redact: { owners: true, texts: true } });
    expect(readFileSync(out, 'utf8')).not.toMatch(/Ada|Pricing/);
  });
});
