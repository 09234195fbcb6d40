import { describe, expect, it } from 'vitest';
import { testBackend } from '../../testing/test-backend';

async function portfolio() {
  const engine = await testBackend();
  const { call } = engine;
  const create = async (name: string, unit: string, more: object = {}) =>
    (await call('models.create', { name, unit, stage: 'deployed', since: '2026-01-01', version: '1', ...more })).id;
  const chat = await create('Chat', 'Retail', { kind: 'generative' });
  const agent = await create('Agent', 'Claims', { kind: 'agent' });
  const search = await create('Search', '', { kind: 'generative' });
  const draft = (await call('models.create', { name: 'Draft', kind: 'agent' })).id;
  await create('Score', 'Risk', { kind: 'classical_ml' });
  const add = (modelId: string, on: object, more: object = {}) =>
    call('dependencies.add', {
      modelId,
      relation: 'foundation_model',
      critical: true,
      from: '2026-01-01',
      ...on,
      ...more,
    });
  const first = await add(chat, { outside: 'OpenAI / GPT-5' });
  await add(agent, { dependsOn: chat }, { relation: 'tool' });
  await add(draft, { outside: 'openai / gpt-5 / 2026-10' });
  return { ...engine, chat, agent, search, draft, first, add };
}

describe('what rests on what', () => {
  it('is named part by part, and noted once for a day', async () => {
    const { call, chat, search, first, add } = await portfolio();
    for (const outside of ['/ /', 'OpenAI /', ' / GPT-5'])
      await expect(add(search, { outside })).rejects.toThrow('a part between the strokes is empty');
    await expect(call('dependencies.update', { id: first.id, patch: { outside: 'OpenAI / ' } })).rejects.toThrow(
      'empty',
    );
    await expect(add(chat, { outside: 'openai /  gpt-5' })).rejects.toThrow(
      '“Chat” has this noted already, since 1 Jan',
    );
    await call('dependencies.update', { id: first.id, patch: { until: '2026-05-31' } });
    await add(chat, { outside: 'OpenAI / GPT-5' }, { from: '2026-06-01' });
    await expect(call('dependencies.update', { id: first.id, patch: { until: null } })).rejects.toThrow('already');
  });

  it('says what falls when a provider’s model is withdrawn, on a day', async () => {
    const { call, first, add, search } = await portfolio();
    const falls = await call('dependencies.falls', { outside: 'OpenAI / GPT-5', on: '2026-11-30' });
    expect(falls.headline).toBe(
      'If “OpenAI / GPT-5” is withdrawn on 30 Nov 2026, 2 models in production of 2 units stop; 1 not in production rests on it too.',
    );
    expect(falls.models.map(({ name, steps, stops }) => [name, steps, stops])).toEqual([
      ['Chat', 1, true],
      ['Draft', 1, true],
      ['Agent', 2, true],
    ]);
    expect(falls.units).toEqual([
      { unit: 'Claims', stops: 1, touched: 0 },
      { unit: 'Retail', stops: 1, touched: 0 },
    ]);
    expect((await call('dependencies.falls', { outside: 'Anthropic' })).headline).toContain(
      'no model is known to rest on it. What nobody has noted is not known.',
    );
    await call('dependencies.update', { id: first.id, patch: { critical: false } });
    await add(search, { outside: 'OpenAI' });
    const other = await call('dependencies.falls', { outside: 'OpenAI', on: '2026-11-30' });
    expect(other.headline).toBe(
      'If “OpenAI” is withdrawn on 30 Nov 2026, 1 model in production stops; 2 more are touched; 1 not in production rests on it too.',
    );
    // The day before it ends it holds, the day after it does not; who ends it can undo that.
    await call('dependencies.update', { id: first.id, patch: { until: '2026-11-15' } });
    const on = async (day: string) =>
      (await call('dependencies.falls', { outside: 'OpenAI / GPT-5', on: day })).models.map(({ name }) => name);
    expect([await on('2026-11-15'), await on('2026-11-30')]).toEqual([['Chat', 'Agent'], ['Draft']]);
    await call('history.undo', {});
    expect(await on('2026-11-30')).toEqual(['Chat', 'Draft', 'Agent']);
  });

  it('draws it in layers, and says of which generative models and agents nobody has said it', async () => {
    const { call } = await portfolio();
    const graph = await call('dependencies.graph', {});
    expect(graph.headline).toBe(
      '3 models rest on others or on something outside. Of 1 generative model or agent in production nobody has said what it rests on.',
    );
    expect(graph.nodes.map(({ name, layer, stops }) => [name, layer, stops])).toEqual([
      ['OpenAI', 0, 2],
      ['GPT-5', 0, 2],
      ['2026-10', 0, 0],
      ['Chat', 1, 1],
      ['Draft', 1, 0],
      ['Agent', 2, 0],
    ]);
    expect(graph.unsaid.map(({ name }) => name)).toEqual(['Search']);
    // Every figure is the one that the question about it gives.
    for (const node of graph.nodes) {
      const asked = node.model ? { modelId: node.model.id } : { outside: node.outside };
      const { models } = await call('dependencies.falls', asked);
      expect(
        models.filter(({ stops, inProduction }) => stops && inProduction),
        node.name,
      ).toHaveLength(node.stops);
    }
  });

  it('counts a change of the provider’s model as a release of those that somebody names, with one undo', async () => {
    const { call, chat, agent, search, draft } = await portfolio();
    await call('models.move', { id: agent, to: 'monitored', at: '2026-02-01' });
    const answer = await call('dependencies.release', {
      outside: 'OpenAI / GPT-5',
      ids: [chat, agent, search, draft],
      version: 'GPT-5 2026-11',
      at: '2026-11-01',
    });
    expect(answer.released).toBe(2);
    expect(answer.refused.map(({ name, message }) => `${name}: ${message}`)).toEqual([
      'Search: It is not noted to rest on “OpenAI / GPT-5” on that day.',
      'Draft: It is not noted to rest on “OpenAI / GPT-5” on that day.',
    ]);
    expect(await call('models.get', { id: agent })).toMatchObject({ stage: 'monitored', version: '1 (GPT-5 2026-11)' });
    expect((await call('overview.summary', {})).releaseChanges.byChange).toEqual([
      { change: 'provider_model', releases: 2 },
    ]);
    // The next one takes the place of the one before in the name.
    await call('dependencies.release', { outside: 'OpenAI', ids: [chat], version: 'GPT-6', at: '2026-11-20' });
    expect((await call('models.get', { id: chat })).version).toBe('1 (GPT-6)');
    await call('history.undo', {});
    await call('history.undo', {});
    expect((await call('overview.summary', {})).releaseChanges.said).toBe(0);
    expect(await call('models.get', { id: agent })).toMatchObject({ stage: 'monitored', version: '1' });
  });

  it('refuses what makes no sense', async () => {
    const { call, first, search } = await portfolio();
    const refused = async (promise: Promise<unknown>, why: string) => expect(promise).rejects.toThrow(why);
    await refused(call('dependencies.falls', {}), 'Say what goes');
    await refused(
      call('dependencies.update', { id: first.id, patch: { until: '2025-12-31' } }),
      'It would end on 31 Dec 2025, before it began on 1 Jan 2026.',
    );
    await refused(
      call('dependencies.update', { id: 'gone', patch: { critical: true } }),
      'not in the portfolio any more',
    );
    await refused(
      call('dependencies.release', { outside: 'OpenAI', ids: [search], version: 'x' }),
      'It is not noted to rest on “OpenAI” on that day.',
    );
  });
});
