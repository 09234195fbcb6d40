import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Reply } from '#contract/define';
import type { EngineEvent } from '#contract/events';
import type { Backend } from '../backend-types';
import { everythingChanged } from '../change-events';
import type { EnginePort, FromEngine, ToEngine } from './engine-port';
import { serveEngine } from './engine-service';

const LONG = Uint8Array.from({ length: 2.5 * 1024 * 1024 }, (_, at) => at % 251);

/** A line in memory, and a backend of four channels: what is tested is what goes over the line, in which order. */
function connect() {
  const sent: FromEngine[] = [];
  let receive: (message: ToEngine) => void = () => undefined;
  let hostGone: () => void = () => undefined;
  const port: EnginePort = {
    hostPrints: false,
    send: (message) => sent.push(message),
    sent: async (message) => {
      // As lines do: what was sent stands no more where it was.
      sent.push(structuredClone(message));
      await new Promise((resolve) => setImmediate(resolve));
    },
    onMessage: (listener) => {
      receive = listener;
    },
    onHostGone: (listener) => {
      hostGone = listener;
    },
  };
  let open: string | null = null;
  let publish: (event: EngineEvent) => void = () => undefined;
  const state = { closed: 0 };
  const dispatch = async (channel: string): Promise<Reply> => {
    if (channel === 'test.throw') throw new Error('secret');
    if (channel === 'workspace.open') open = 'a.modelfolio';
    if (channel === 'workspace.close') open = null;
    return { ok: true, value: { portfolio: open === null ? null : { folder: 'there', fileName: open } } };
  };
  const backend: Backend = {
    dispatch,
    answer: async (channel) => (channel === 'test.long' ? LONG.slice() : dispatch(channel)),
    subscribe: (listener) => {
      publish = listener;
      return () => undefined;
    },
    grantFile: (path) => {
      if (path === 'bad') throw new Error('no');
      return `token of ${path}`;
    },
    close: async () => {
      state.closed += 1;
    },
  };
  const ended = serveEngine(port, backend);
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const tell = async (message: ToEngine) => {
    receive(message);
    await settle();
  };
  return { sent, tell, ended, state, publish: (event: EngineEvent) => publish(event), hostGone: () => hostGone() };
}

describe('serveEngine', () => {
  it('says that it is ready, answers calls, grants paths and hands on events', async () => {
    const line = connect();
    await line.tell({ type: 'call', id: 1, channel: 'test.any', input: null });
    await line.tell({ type: 'grant', id: 2, path: 'x' });
    await line.tell({ type: 'grant', id: 3, path: 'bad' });
    line.publish(everythingChanged);
    expect(line.sent).toEqual([
      { type: 'ready' },
      { type: 'reply', id: 1, reply: { ok: true, value: { portfolio: null } } },
      { type: 'granted', id: 2, token: 'token of x' },
      { type: 'granted', id: 3, token: null },
      { type: 'event', event: everythingChanged },
    ]);
  });

  it('answers what is long in pieces, and others between them', async () => {
    const line = connect();
    await line.tell({ type: 'call', id: 1, channel: 'test.long', input: null });
    await line.tell({ type: 'call', id: 2, channel: 'test.any', input: null });
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    const pieces = line.sent.filter((message) => message.type === 'piece');
    expect(pieces.map(({ id, of, from, bytes }) => [id, of, from, bytes.byteLength, bytes.buffer.byteLength])).toEqual([
      [1, LONG.length, 0, 2 ** 20, 2 ** 20],
      [1, LONG.length, 2 ** 20, 2 ** 20, 2 ** 20],
      [1, LONG.length, 2 ** 21, 2 ** 19, 2 ** 19],
    ]);
    expect(Buffer.concat(pieces.map(({ bytes }) => bytes)).equals(LONG)).toBe(true);
    expect(line.sent.findIndex((message) => message.type === 'reply')).toBeLessThan(line.sent.length - 1);
  });

  it('tells which portfolio is open before the reply, and only when it changed', async () => {
    const line = connect();
    await line.tell({ type: 'call', id: 1, channel: 'workspace.open', input: {} });
    await line.tell({ type: 'call', id: 2, channel: 'workspace.open', input: {} });
    await line.tell({ type: 'call', id: 3, channel: 'workspace.close', input: {} });
    const told = line.sent.map((message) =>
      message.type === 'opened' ? message.path : 'id' in message ? message.id : message.type,
    );
    expect(told).toEqual(['ready', join('there', 'a.modelfolio'), 1, 2, null, 3]);
  });

  it('answers `internal` without the cause when the backend throws', async () => {
    const line = connect();
    await line.tell({ type: 'call', id: 1, channel: 'test.throw', input: null });
    expect(line.sent.at(-1)).toMatchObject({ type: 'reply', reply: { ok: false, failure: { code: 'internal' } } });
    expect(JSON.stringify(line.sent)).not.toContain('secret');
  });

  it('closes once, whether the host asks or is gone', async () => {
    const line = connect();
    await line.tell({ type: 'close' });
    line.hostGone();
    await line.ended;
    expect(line.state.closed).toBe(1);
  });
});
