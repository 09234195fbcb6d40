import { z } from 'zod';
import { remoteProblem } from '../remote/remote-failure';

/** A text that may be absent, null or of another sort. */
export const Text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(null)
  .transform((text) => (text ?? '').trim());

const OFFSET = /([+-]\d{2})(\d{2})$/;

/** An instant with its own zone, as `2026-01-02T10:00:00.000+0100` or `…Z`, in UTC; `null`: none that can be read. */
export function instantOf(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) || !/(Z|[+-]\d{2}:?\d{2})$/.test(text)) return null;
  const ms = Date.parse(text.replace(OFFSET, '$1:$2'));
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

/** What an answer holds, or that it is not one of this system. */
export function shaped<T>(schema: z.ZodType<T>, content: unknown, product: string): T {
  const read = schema.safeParse(content);
  if (read.success) return read.data;
  const at = read.error.issues[0]?.path.join('.') ?? '';
  throw remoteProblem(
    `The server does not answer as ${product} does${at === '' ? '' : ` (at ${at.slice(0, 80)})`}`,
    'See that the kind and the address of the connection are right. Nothing was taken',
  );
}
