import { expect, it } from 'vitest';
import { contract } from '#contract/index';
import { describe } from './describe';

it('lists every channel with its kind', () => {
  const reply = describe(null);
  const expected = Object.entries(contract).flatMap(([subject, endpoints]) =>
    Object.keys(endpoints).map((method) => `${subject}.${method}`),
  );
  if (!reply.ok) throw new Error(reply.failure.message);
  const { channels } = reply.value as { channels: { channel: string; kind: string }[] };
  expect(channels.map((one) => one.channel)).toEqual(expected);
  expect(channels).toContainEqual({ channel: 'models.list', kind: 'query' });
  expect(channels).toContainEqual({ channel: 'models.create', kind: 'command' });
});

it('shows the schemas of every channel as JSON', () => {
  for (const [subject, endpoints] of Object.entries(contract)) {
    for (const method of Object.keys(endpoints)) {
      const reply = JSON.parse(JSON.stringify(describe(`${subject}.${method}`)));
      expect(reply.ok).toBe(true);
      // An answer is an object, or one of several (an import says something else for each kind of content).
      const { output } = reply.value;
      for (const shape of output.oneOf ?? output.anyOf ?? [output]) expect(shape).toMatchObject({ type: 'object' });
    }
  }
});

it('says what to do about a name that is no channel', () => {
  for (const name of ['models.none', 'constructor', 'models.constructor', '__proto__.x', '']) {
    expect(describe(name)).toMatchObject({ ok: false, failure: { code: 'unknown_channel' } });
  }
});
