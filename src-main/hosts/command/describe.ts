import { z } from 'zod';
import type { Endpoint, Reply } from '#contract/define';
import { contract } from '#contract/index';

/** The channels with their kinds, or one channel with the JSON Schemas of what it takes and gives. */
export function describe(channel: string | null): Reply {
  if (channel === null) {
    const channels = allEndpoints().map(([name, endpoint]) => ({ channel: name, kind: endpoint.kind }));
    return { ok: true, value: { channels } };
  }
  const endpoint = findEndpoint(channel);
  if (endpoint === null) {
    const message = `There is no channel "${channel}". "describe" without a name lists them.`;
    return { ok: false, failure: { code: 'unknown_channel', message } };
  }
  const input = z.toJSONSchema(endpoint.input, { io: 'input', unrepresentable: 'any' });
  const output = z.toJSONSchema(endpoint.output, { io: 'output', unrepresentable: 'any' });
  return { ok: true, value: { channel, kind: endpoint.kind, input, output } };
}

export function findEndpoint(channel: string): Endpoint | null {
  return allEndpoints().find(([name]) => name === channel)?.[1] ?? null;
}

function allEndpoints(): readonly (readonly [string, Endpoint])[] {
  return Object.entries(contract).flatMap(([subject, endpoints]) =>
    Object.entries<Endpoint>(endpoints).map(([method, endpoint]) => [`${subject}.${method}`, endpoint] as const),
  );
}
