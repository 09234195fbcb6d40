import { describe, expect, it } from 'vitest';
import { expectedPreset, factsOf, itemOf, undoAndRedo } from '../../testing/scenario-facts';
import { testBackend } from '../../testing/test-backend';

describe('scenarios', () => {
  it('are made from presets, the first one chosen, and copied with their trail', async () => {
    const { call, backend, events } = await testBackend();
    const first = await call('scenarios.create', expectedPreset);
    expect(first).toMatchObject({
      name: 'Expected',
      chosen: true,
      currency: 'EUR',
      compare: 'L2 vs L1',
      author: 'Ada',
    });
    const second = await call('scenarios.create', { from: { kind: 'preset', preset: 'conservative' }, notes: 'board' });
    expect(second).toMatchObject({ chosen: false, notes: 'board' });
    expect(second.result.npv).toBeLessThan(first.result.npv);
    await call('scenarios.update', { id: first.id, patch: { inputs: { ...first.inputs, incidentCost: 9_999.99 } } });
    const copy = await call('scenarios.create', { from: { kind: 'copy', id: first.id } });
    expect(copy).toMatchObject({ name: 'Copy of Expected', copiedFrom: 'Expected', chosen: false });
    expect(itemOf(copy, 'incidentCost').trail).toHaveLength(1);
    const again = await call('scenarios.create', expectedPreset);
    expect(again.name).toBe('Expected (2)');
    const { scenarios } = await call('scenarios.list', {});
    expect(scenarios.map(({ name }) => name)).toEqual(['Expected', 'Conservative', 'Copy of Expected', 'Expected (2)']);
    expect(events.at(-1)).toMatchObject({
      type: 'data.changed',
      changed: ['journal', 'journal_changes', 'journal_fields', 'scenario_values', 'scenarios'],
    });
    expect(await backend.dispatch('history.undo', {})).toMatchObject({
      value: { label: 'Add the scenario “Expected (2)”' },
    });
  });

  it('tell where each input comes from, and that amounts of another currency were not converted', async () => {
    const { call } = await testBackend();
    const scenario = await call('scenarios.create', expectedPreset);
    expect(itemOf(scenario, 'loadedAnnual')).toMatchObject({
      value: 100_000,
      money: true,
      origin: { kind: 'assumption', grade: 'C', region: 'DE/EU', unit: 'EUR/yr', low: 78_000, high: 150_000 },
    });
    expect(itemOf(scenario, 'incidentCost').origin).toMatchObject({
      unit: 'USD/incident',
      note: expect.stringContaining('not converted to EUR'),
    });
    expect(itemOf(scenario, 'newModels.2').origin).toMatchObject({
      grade: 'D',
      source: expect.stringContaining('your own'),
    });
    expect(scenario.origins).toMatchObject({ measured: 0, entered: 0 });
    expect(scenario.uncertain.find(({ path }) => path === 'loadedAnnual')).toMatchObject({
      low: 78_000,
      high: 150_000,
    });
    const dollars = await call('scenarios.create', { ...expectedPreset, currency: 'USD' });
    expect(itemOf(dollars, 'loadedAnnual').value).toBe(200_000);
    const article = await call('scenarios.create', { from: { kind: 'preset', preset: 'article' } });
    expect(article.name).toContain('literally');
    expect(itemOf(article, 'levels.L1.modelsPerEngineer')).toMatchObject({
      value: 0.25,
      origin: { grade: 'D', source: expect.stringContaining('literally') },
    });
  });

  it('keep what an input was before, by whom and why, through undo and redo', async () => {
    const engine = await testBackend();
    const { call, at } = engine;
    const before = await call('scenarios.create', expectedPreset);
    at('2026-11-24T10:00:00.000Z');
    const after = await call('scenarios.update', {
      id: before.id,
      patch: { inputs: { ...before.inputs, loadedAnnual: 130_000 }, note: 'HR, plus 30 %' },
    });
    expect(itemOf(after, 'loadedAnnual')).toMatchObject({
      value: 130_000,
      by: 'Ada',
      at: '2026-11-24T10:00:00.000Z',
      origin: { kind: 'entered', note: 'HR, plus 30 %' },
      trail: [{ value: 100_000, origin: { kind: 'assumption', grade: 'C' } }],
    });
    expect(after.origins.entered).toBe(1);
    expect(after.result.npv).not.toBe(before.result.npv);
    await undoAndRedo(engine, before, after);
    const reset = await call('scenarios.reset', { id: before.id, paths: ['loadedAnnual'] });
    expect(itemOf(reset, 'loadedAnnual')).toMatchObject({ value: 100_000, origin: { kind: 'assumption' } });
    expect(itemOf(reset, 'loadedAnnual').trail.map(({ value }) => value)).toEqual([130_000, 100_000]);
    await undoAndRedo(engine, after, reset);
    await expect(call('scenarios.reset', { id: before.id, paths: ['levels.L2.exitCost'] })).rejects.toThrow(
      /no default/,
    );
  });

  it('hold amounts to the minor unit of their currency', async () => {
    const { call } = await testBackend();
    const { id, inputs } = await call('scenarios.create', { ...expectedPreset, currency: 'JPY' });
    const yen = await call('scenarios.update', { id, patch: { inputs: { ...inputs, incidentCost: 1234.5 } } });
    expect(yen.inputs.incidentCost).toBe(1235);
    const euro = await call('scenarios.create', expectedPreset);
    const cents = await call('scenarios.update', {
      id: euro.id,
      patch: { inputs: { ...euro.inputs, incidentCost: 1234.567 }, modelValue: 0.01 },
    });
    expect(cents).toMatchObject({ inputs: { incidentCost: 1234.57 }, modelValue: 0.01 });
    expect(cents.result.earlier?.presentValue).toBeGreaterThan(0);
    await expect(
      call('scenarios.update', { id: euro.id, patch: { inputs: { ...euro.inputs, incidentCost: 1e15 } } }),
    ).rejects.toThrow(/more than a scenario can hold/);
  });

  it('refuse what cannot be computed, in sentences, and keep what was', async () => {
    const { call } = await testBackend();
    const { id, inputs, uncertain } = await call('scenarios.create', expectedPreset);
    const refused = (patch: object) => expect(call('scenarios.update', { id, patch })).rejects;
    await refused({ inputs: { ...inputs, incidentCost: -1 } }).toThrow('Cost of an incident: -1 is not possible');
    await refused({ inputs: { ...inputs, newModels: [] } }).toThrow('The plan has no year');
    await refused({ compare: 'L1 vs L2' }).toThrow('upside down');
    await refused({ compare: 'L2 vs L4' }).toThrow('is not a comparison');
    await refused({ uncertain: [{ path: 'incidentCost', low: 5, mode: 90, high: 60 }] }).toThrow('The mode of');
    const pairs = ['incidentCost', 'loadedAnnual', 'updatesPerYear'].map((path, at, all) => ({
      a: path,
      b: all[(at + 1) % 3] ?? '',
      spearman: -0.9,
    }));
    expect(uncertain.map(({ path }) => path)).toEqual(expect.arrayContaining(pairs.map(({ a }) => a)));
    await refused({ correlations: pairs }).toThrow('between updatesPerYear and incidentCost does not fit');
    expect((await call('scenarios.get', { id })).inputs).toEqual(inputs);
    await expect(call('scenarios.get', { id: 'nobody' })).rejects.toThrow('not in the portfolio');
  });

  it('have exactly one chosen, also after the chosen one is deleted', async () => {
    const engine = await testBackend();
    const { call } = engine;
    const first = await call('scenarios.create', expectedPreset);
    const second = await call('scenarios.create', { from: { kind: 'preset', preset: 'conservative' } });
    const chosen = async () =>
      (await call('scenarios.list', {})).scenarios.filter((one) => one.chosen).map(({ id }) => id);
    const after = await call('scenarios.choose', { id: second.id });
    expect(await chosen()).toEqual([second.id]);
    await undoAndRedo(engine, second, after);
    expect(await chosen()).toEqual([second.id]);
    await call('scenarios.remove', { id: second.id });
    expect(await chosen()).toEqual([first.id]);
    await call('history.undo', {});
    expect(await chosen()).toEqual([second.id]);
    expect(factsOf(await call('scenarios.get', { id: second.id }))).toEqual(factsOf(after));
    await call('history.redo', {});
    await call('scenarios.remove', { id: first.id });
    expect((await call('overview.summary', {})).investment).toBeNull();
  });

  it('hold the level that the portfolio is recommended against level 1, whatever the preset', async () => {
    const { call } = await testBackend();
    for (let number = 1; number <= 21; number += 1) {
      const { id } = await call('models.create', { name: `Model ${number}`, stage: 'monitored', since: '2026-01-05' });
      expect(id).not.toBe('');
    }
    expect(await call('maturity.recommend', {})).toMatchObject({ level: 3 });
    for (const preset of ['expected', 'conservative', 'article'] as const) {
      const made = await call('scenarios.create', { from: { kind: 'preset', preset } });
      expect(made.compare).toBe('L3 vs L1');
    }
  });

  it('mark the years that are added as held, until somebody plans them', async () => {
    const { call } = await testBackend();
    const { id, inputs } = await call('scenarios.create', expectedPreset);
    const newModels = [...inputs.newModels, 0, 9];
    const longer = await call('scenarios.update', { id, patch: { inputs: { ...inputs, newModels } } });
    expect(itemOf(longer, 'newModels.5')).toMatchObject({
      value: 0,
      origin: { kind: 'assumption', grade: 'D', source: expect.stringContaining('held as at the end of year 5') },
    });
    expect(itemOf(longer, 'newModels.6')).toMatchObject({ value: 9, origin: { kind: 'entered' } });
    expect(itemOf(longer, 'retired.5').origin.kind).toBe('assumption');
    const typed = { ...longer.inputs, newModels: longer.inputs.newModels.with(5, 3) };
    const planned = await call('scenarios.update', { id, patch: { inputs: typed } });
    expect(itemOf(planned, 'newModels.5')).toMatchObject({ value: 3, origin: { kind: 'entered' } });
  });

  it('stand on the overview as the plan, with what must be true', async () => {
    const { call } = await testBackend();
    expect((await call('overview.summary', {})).investment).toBeNull();
    const { id, result } = await call('scenarios.create', expectedPreset);
    const { investment } = await call('overview.summary', {});
    expect(investment).toMatchObject({ scenarioId: id, name: 'Expected', level: 2, years: 5, currency: 'EUR' });
    const cautions = result.cautions.map(({ sentence }) => sentence);
    expect(investment).toMatchObject({ npv: result.npv, payback: result.payback });
    // The overview asks the runs as well: where the case lies outside their middle half, it says so besides.
    expect(investment?.cautions).toEqual(expect.arrayContaining(cautions));
    expect(investment?.words).toBe([result.sentence, ...(investment?.cautions ?? [])].join(' '));
    expect(investment?.mustBeTrue).toEqual(result.mustBeTrue[0]);
    expect(investment?.words).toMatch(
      /^Level 2 instead of level 1 saves €[\d.]+M over 5 years at 10% and pays back after/,
    );
    expect(investment?.words).toMatch(/What must be true, level 2 against level 1: .* (above|below) /);
    expect((await call('overview.summary', { at: '2025-01-01' })).investment).toBeNull();
  });

  it('are compared by the inputs that differ, with cautions', async () => {
    const { call } = await testBackend();
    const a = await call('scenarios.create', expectedPreset);
    const b = await call('scenarios.create', { from: { kind: 'copy', id: a.id } });
    expect((await call('scenarios.compare', { ids: [a.id, b.id] })).inputs).toEqual([]);
    const newModels = [4, 6, 8];
    await call('scenarios.update', { id: b.id, patch: { inputs: { ...b.inputs, incidentCost: 5_000, newModels } } });
    const dollars = await call('scenarios.create', { ...expectedPreset, currency: 'USD' });
    const { inputs, cautions, scenarios } = await call('scenarios.compare', { ids: [a.id, b.id] });
    expect(inputs.find(({ path }) => path === 'incidentCost')).toMatchObject({
      values: [20_000, 5_000],
      kinds: ['assumption', 'entered'],
    });
    expect(inputs.find(({ path }) => path === 'newModels.4')).toMatchObject({ values: [8, null] });
    expect(inputs).toHaveLength(5);
    expect(cautions).toEqual(['The plans are 5 and 3 years long.']);
    expect(scenarios.map(({ result }) => result.years)).toEqual([5, 3]);
    expect((await call('scenarios.compare', { ids: [a.id, dollars.id] })).cautions).toEqual([
      'The amounts are in EUR and USD and cannot be compared.',
    ]);
  });

  it('leave out a number that the case can do without, and say what misleads', async () => {
    const { call } = await testBackend();
    const { id, inputs, result } = await call('scenarios.create', { from: { kind: 'preset', preset: 'article' } });
    expect(result.cautions.map(({ key }) => key)).toEqual(expect.arrayContaining(['literalStaffing']));
    const { L2, ...levels } = inputs.levels;
    const { modelsPerEngineer: _out, ...without } = L2 ?? {};
    const changed = await call('scenarios.update', {
      id,
      patch: { inputs: { ...inputs, levels: { ...levels, L2: without as NonNullable<typeof L2> } } }, // optional there
    });
    expect(changed.items.find(({ path }) => path === 'levels.L2.modelsPerEngineer')).toMatchObject({
      value: null,
      origin: { kind: 'entered' },
    });
  });

  it('explain every figure by its formula and its inputs', async () => {
    const { call } = await testBackend();
    const { id, result, inputs } = await call('scenarios.create', expectedPreset);
    const explained = await call('scenarios.explain', { id });
    expect(explained.figures.find(({ key }) => key === 'npv')?.value).toBe(result.npv);
    expect(explained.years).toHaveLength(15);
    const { levels } = await call('investment.project', { inputs });
    for (const { level, pvCost, cumulative } of explained.levels) {
      expect(pvCost.value).toBe(levels[level]?.pvCost);
      expect(cumulative.map(({ value }) => value)).toEqual(levels[level]?.cumulative);
    }
    expect(explained.levels.map(({ level }) => level)).toEqual(['L1', 'L2', 'L3']);
    for (const { level, year, total, lines } of explained.years) {
      expect(total).toBe(levels[level]?.yearCost[year - 1]);
      expect(lines.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(total, 3);
    }
    expect(explained.inputs.map(({ path }) => path)).toEqual(
      expect.arrayContaining(
        explained.years.flatMap(({ lines }) => lines.flatMap(({ used }) => used.map((u) => u.path))),
      ),
    );
    expect((await call('scenarios.explain', { id, level: 'L2', year: 1 })).years).toHaveLength(1);
    await expect(call('scenarios.explain', { id, year: 9 })).rejects.toThrow(/no year 9/);
    await expect(call('scenarios.explain', { id, compare: 'L9 vs L1' })).rejects.toThrow(/is not a comparison/);
  });
});
