import { z } from 'zod';
import { type Endpoint, type Reply, Said } from '#contract/define';
import type { Forms } from '#domain/base/forms';
import { rewritten } from '#domain/base/rewritten';

/** `null`: nothing in values of this schema was written by the program. */
type Rewrite = ((value: unknown, forms: Forms) => unknown) | null;

const known = new WeakMap<z.core.$ZodType, Rewrite>();

/** The reply with all that the program wrote in the forms of its reader. */
export function inForms(endpoint: Endpoint | undefined, reply: Reply, forms: Forms): Reply {
  if (!reply.ok) return { ...reply, failure: { ...reply.failure, message: rewritten(reply.failure.message, forms) } };
  const rewrite = endpoint && !endpoint.columnar ? rewriteOf(endpoint.output) : null;
  const did = reply.did && { did: { ...reply.did, label: rewritten(reply.did.label, forms) } };
  return { ...reply, ...did, value: rewrite === null ? reply.value : rewrite(reply.value, forms) };
}

function rewriteOf(schema: z.core.$ZodType): Rewrite {
  const kept = known.get(schema);
  if (kept !== undefined) return kept;
  // A schema that holds itself (the conditions of packs) is passed over: it holds no sentence of ours.
  const made = schema === Said ? (value: unknown, forms: Forms) => rewritten(String(value), forms) : madeFor(schema);
  known.set(schema, made);
  return made;
}

function madeFor(schema: z.core.$ZodType): Rewrite {
  if (schema instanceof z.ZodObject) return ofObject(schema);
  if (schema instanceof z.ZodArray) return ofEach(rewriteOf(schema.element));
  if (schema instanceof z.ZodRecord) return ofValues(rewriteOf(schema.valueType));
  if (
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNonOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  )
    return unlessNothing(rewriteOf(schema.unwrap()));
  if (schema instanceof z.ZodUnion) return ofUnion(schema.options);
  if (schema instanceof z.ZodTuple) return ofTuple(schema.def.items.map((item) => rewriteOf(item)));
  if (schema instanceof z.ZodIntersection) return both(rewriteOf(schema.def.left), rewriteOf(schema.def.right));
  if (schema instanceof z.ZodPipe) return rewriteOf(schema.out);
  if (schema instanceof z.ZodReadonly) return rewriteOf(schema.unwrap());
  return null;
}

function ofObject(schema: z.ZodObject): Rewrite {
  const fields = Object.entries(schema.shape).flatMap(([name, field]) => {
    const rewrite = rewriteOf(field);
    return rewrite === null ? [] : [[name, rewrite] as const];
  });
  if (fields.length === 0) return null;
  return (value, forms) => {
    const record = value as Readonly<Record<string, unknown>>; // dispatch parsed it by this schema
    const made: Record<string, unknown> = { ...record };
    for (const [name, rewrite] of fields) if (Object.hasOwn(record, name)) made[name] = rewrite(record[name], forms);
    return made;
  };
}

const ofEach = (rewrite: Rewrite): Rewrite =>
  rewrite && ((value, forms) => (value as readonly unknown[]).map((one) => rewrite(one, forms)));

const ofValues = (rewrite: Rewrite): Rewrite =>
  rewrite &&
  ((value, forms) =>
    Object.fromEntries(
      Object.entries(value as Readonly<Record<string, unknown>>).map(([name, one]) => [name, rewrite(one, forms)]),
    ));

const unlessNothing = (rewrite: Rewrite): Rewrite =>
  rewrite && ((value, forms) => (value === null || value === undefined ? value : rewrite(value, forms)));

/** The first of its kinds that the value is. */
function ofUnion(options: readonly z.core.$ZodType[]): Rewrite {
  const rewrites = options.map((option) => ({ option, rewrite: rewriteOf(option) }));
  if (rewrites.every(({ rewrite }) => rewrite === null)) return null;
  return (value, forms) => {
    const is = rewrites.find(({ option }) => z.safeParse(option, value).success);
    return is?.rewrite ? is.rewrite(value, forms) : value;
  };
}

const ofTuple = (items: readonly Rewrite[]): Rewrite =>
  items.every((item) => item === null)
    ? null
    : (value, forms) => (value as readonly unknown[]).map((one, at) => items[at]?.(one, forms) ?? one);

const both = (left: Rewrite, right: Rewrite): Rewrite =>
  left && right ? (value, forms) => right(left(value, forms), forms) : (left ?? right);
