import { z } from 'zod';
import { type Endpoint, FAILURE_CODES, type Reply } from '#contract/define';
import { contract } from '#contract/index';
import { version } from '../../../package.json';

type Json = Record<string, unknown>;

/** All channels as OpenAPI 3.1, as the loopback host answers them; the schemas are those of `describe CHANNEL`. */
export function openApi(): Reply {
  const schemas: Json = { Failure: FAILURE };
  const paths: Json = {};
  for (const [subject, endpoints] of Object.entries(contract))
    for (const [method, endpoint] of Object.entries<Endpoint>(endpoints)) {
      const channel = `${subject}.${method}`;
      paths[`/rpc/${channel}`] = { post: operation(channel, subject, endpoint, schemas) };
    }
  return {
    ok: true,
    value: {
      openapi: '3.1.0',
      info: {
        title: 'Modelfolio',
        version,
        description:
          'Channels of the engine, as the loopback host answers them on this computer (npm start -- --loopback prints address and token). The command line takes the same input and prints the value or the failure alone. Queries read and may be repeated; commands write the journal.',
      },
      servers: [
        { url: 'http://127.0.0.1:{port}', variables: { port: { default: '0', description: 'As the host prints it' } } },
      ],
      security: [{ token: [] }],
      tags: Object.keys(contract).map((name) => ({ name })),
      paths,
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } }, schemas },
    },
  };
}

const FAILURE = {
  type: 'object',
  properties: {
    ok: { const: false },
    failure: {
      type: 'object',
      properties: {
        code: { enum: [...FAILURE_CODES] },
        message: { type: 'string', description: 'A sentence for the person: what, where, what to do.' },
        detail: {},
      },
      required: ['code', 'message'],
    },
  },
  required: ['ok', 'failure'],
};

function operation(channel: string, subject: string, { kind, input, output }: Endpoint, schemas: Json): Json {
  const taken = put(schemas, `${channel}.input`, z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }));
  const given = put(schemas, `${channel}.output`, z.toJSONSchema(output, { io: 'output', unrepresentable: 'any' }));
  const value = {
    type: 'object',
    properties: {
      ok: { const: true },
      value: given,
      ...(kind === 'query' ? { reads: { type: 'array', items: { type: 'string' } } } : { did: { type: 'object' } }),
    },
    required: ['ok', 'value'],
  };
  return {
    operationId: channel,
    tags: [subject],
    summary: kind === 'query' ? 'Reads; may be repeated' : 'Changes something, in the portfolio or outside of it',
    'x-kind': kind,
    requestBody: { required: true, content: { 'application/json': { schema: taken } } },
    responses: {
      401: { description: 'The token is missing or another one' },
      200: {
        description: 'The value, or why there is none',
        content: { 'application/json': { schema: { oneOf: [value, { $ref: '#/components/schemas/Failure' }] } } },
      },
    },
  };
}

/** Puts a schema and those that it defines among all others, and leads its references there. */
function put(schemas: Json, name: string, schema: unknown): Json {
  const { $schema: _dialect, $defs = {}, ...own } = schema as Json; // a schema is an object
  const placeOf = (part: string): string => `#/components/schemas/${name}${part === '' ? '' : `.${part}`}`;
  const led = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(led);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [
        key,
        key === '$ref' && typeof part === 'string' ? placeOf(part.replace(/^#(\/\$defs\/)?/, '')) : led(part),
      ]),
    );
  };
  schemas[name] = led(own);
  for (const [part, defined] of Object.entries($defs as Json)) schemas[`${name}.${part}`] = led(defined);
  return { $ref: placeOf('') };
}
