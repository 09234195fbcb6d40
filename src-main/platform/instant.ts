import { DomainError } from '../failure/domain-error';

/** Any accepted way of writing a time → the one way it is stored: UTC with milliseconds. A day is its midnight UTC. */
export function toInstant(text: string, what: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const time = new Date(day ? `${text}T00:00:00.000Z` : text);
  const exists = !Number.isNaN(time.getTime()) && (!day || time.toISOString().startsWith(text));
  if (!exists)
    throw new DomainError('invalid_input', `${what}: ${text} is not a date that exists. Write it as 2026-11-23.`);
  return time.toISOString();
}
