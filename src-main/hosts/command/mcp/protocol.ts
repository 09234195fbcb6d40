/** The Model Context Protocol as far as a server needs it that only has tools: JSON-RPC 2.0, a message a line. */

export interface Tool {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: object;
}

/** What a tool answers: text, and whether it is a refusal that the assistant can do something about. */
export interface ToolAnswer {
  readonly text: string;
  readonly refused: boolean;
}

export interface ServerParts {
  readonly name: string;
  readonly version: string;
  readonly instructions: string;
  readonly tools: readonly Tool[];
  readonly call: (name: string, input: unknown) => Promise<ToolAnswer>;
}

const VERSIONS = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05'] as const;

interface Request {
  readonly id?: string | number;
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Answers a line; `null`: it asks for no answer. */
export async function answerLine(line: string, server: ServerParts): Promise<string | null> {
  const message = parsed(line);
  if (message === null) return failure(null, -32700, 'This line is not JSON.');
  const request = requestIn(message);
  if (request === null) return failure(null, -32600, 'This is no request of JSON-RPC 2.0.');
  const { id } = request;
  if (id === undefined) return null;
  const result = await resultOf(request, server);
  return result === null
    ? failure(id, -32601, `There is no method ${request.method} here.`)
    : 'code' in result
      ? failure(id, result.code, result.message)
      : JSON.stringify({ jsonrpc: '2.0', id, result: result.value });
}

type Result = { readonly value: object } | { readonly code: number; readonly message: string } | null;

async function resultOf({ method, params }: Request, server: ServerParts): Promise<Result> {
  const { name, version, instructions, tools } = server;
  if (method === 'initialize') {
    const asked = VERSIONS.find((one) => one === params.protocolVersion) ?? VERSIONS[0];
    return {
      value: { protocolVersion: asked, capabilities: { tools: {} }, serverInfo: { name, version }, instructions },
    };
  }
  if (method === 'ping') return { value: {} };
  if (method === 'tools/list')
    return {
      value: { tools: tools.map((tool) => ({ ...tool, annotations: { readOnlyHint: true, openWorldHint: false } })) },
    };
  if (method !== 'tools/call') return null;
  const known = tools.find((tool) => tool.name === params.name);
  if (known === undefined)
    return { code: -32602, message: `There is no tool ${String(params.name)}. tools/list names them.` };
  const { text, refused } = await server.call(known.name, params.arguments ?? {});
  return { value: { content: [{ type: 'text', text }], isError: refused } };
}

const failure = (id: string | number | null, code: number, message: string): string =>
  JSON.stringify({ jsonrpc: '2.0', id, error: { code, message } });

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) ?? undefined;
  } catch {
    return null;
  }
}

function requestIn(message: unknown): Request | null {
  if (typeof message !== 'object' || message === null || !('jsonrpc' in message) || message.jsonrpc !== '2.0')
    return null;
  const { id, method, params } = message as { id?: unknown; method?: unknown; params?: unknown };
  if (typeof method !== 'string') return null;
  if (id !== undefined && typeof id !== 'string' && typeof id !== 'number') return null;
  const given = typeof params === 'object' && params !== null ? (params as Readonly<Record<string, unknown>>) : {};
  return { ...(id !== undefined && { id }), method, params: given };
}
