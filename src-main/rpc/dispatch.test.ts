import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { query } from '#contract/define';
import { testBackend } from '../testing/test-backend';
import { createDispatch } from './dispatch';

describe('dispatch', () => {
  it.each([
    '',
    'models',
    'models.',
    '.list',
    'models.list.x',
    'nobody.list',
    'models.nobody',
    '__proto__.toString',
    'models.constructor',
    'models.__proto__',
    'constructor.name',
    'toString.call',
  ])('refuses the channel "%s"', async (channel) => {
    const { backend } = await testBackend({ portfolio: false });
    expect(await backend.dispatch(channel, {})).toMatchObject({ ok: false, failure: { code: 'unknown_channel' } });
  });

  it('says what does not fit in an input', async () => {
    const { backend } = await testBackend();
    const reply = await backend.dispatch('models.create', { name: '  ', tier: 4 });
    expect(reply).toMatchObject({
      ok: false,
      failure: { code: 'invalid_input', message: expect.stringMatching(/name: a model needs a name/) },
    });
    expect(await backend.dispatch('models.update', { id: 'x', patch: { stage: 'retired' } })).toMatchObject({
      ok: false,
      failure: { code: 'invalid_input' },
    });
    expect(await backend.dispatch('models.create', null)).toMatchObject({
      ok: false,
      failure: { code: 'invalid_input' },
    });
    expect(await backend.dispatch('models.create', 'x')).toMatchObject({
      ok: false,
      failure: { code: 'invalid_input' },
    });
  });

  it('answers no_portfolio where none is open', async () => {
    const { backend } = await testBackend({ portfolio: false });
    expect(await backend.dispatch('models.list', {})).toMatchObject({ ok: false, failure: { code: 'no_portfolio' } });
    expect(await backend.dispatch('maturity.recommend', { models: 8, updatesPerYear: 12 })).toMatchObject({
      ok: true,
      value: { level: 2 },
    });
  });

  it('keeps the text of an unforeseen error to the log', async () => {
    const logged: unknown[] = [];
    const dispatch = createDispatch({
      contract: { things: { list: query(z.object({}), z.object({})) } },
      handlers: {
        things: {
          list: () => {
            throw new Error('secret path');
          },
        },
      },
      answer: async (_channel, _endpoint, handle) => ({ output: await handle({}) }),
      log: (entry) => logged.push(entry),
      now: () => 0,
    });
    const reply = await dispatch('things.list', {});
    expect(reply).toMatchObject({ ok: false, failure: { code: 'internal' } });
    expect(JSON.stringify(reply)).not.toContain('secret');
    expect(JSON.stringify(logged)).toContain('secret path');
  });
});
