import { DomainError } from '../../failure/domain-error';
import type { SharedPerson } from '../../platform/shared-notes';
import { sayApprovers, sayOwners } from './say-people';

/** What the server says of roles is a sentence of its own; it does not know whom this person may ask. */
const OF_APPROVALS = /\bapprov/i;
const OF_OWNERS = /\bowners?\b/i;

/**
 * A refusal of what this person may not do, or not without the server, with the names of those who may.
 *
 * @param of as whom this person is known to the server
 */
export function advised(
  error: unknown,
  people: readonly SharedPerson[],
  of: { readonly name: string; readonly role: string },
): unknown {
  if (!(error instanceof DomainError) || (error.code !== 'refused' && error.code !== 'unavailable')) return error;
  const who = whoMay(error, people, of);
  return who === '' ? error : new DomainError(error.code, `${error.message} ${who}`, error.detail);
}

function whoMay(
  { code, message }: DomainError,
  people: readonly SharedPerson[],
  { name, role }: { readonly name: string; readonly role: string },
): string {
  if (OF_APPROVALS.test(message)) {
    const approvers = sayApprovers(people, name);
    if (approvers === '') return '';
    return code === 'unavailable'
      ? `Whoever is connected may approve: ${approvers}.`
      : `Who may approve: ${approvers}.`;
  }
  if (code === 'unavailable') return '';
  if (role === 'viewer' || OF_OWNERS.test(message))
    return people.some((one) => one.role === 'owner')
      ? `Ask ${sayOwners(people)}; “Who shares it” has the words for it.`
      : '';
  return '';
}
