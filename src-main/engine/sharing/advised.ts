import { DomainError } from '../../failure/domain-error';
import type { SharedPerson } from '../../platform/shared-notes';
import { sayApprovers, sayOwners } from './say-people';

/** Who may do what somebody was refused: approve, do an approver's work, decide as an owner, or give the role that it takes. */
type Means = 'approval' | 'approver' | 'owner' | 'role';

/**
 * What the server says of roles is a sentence of its own; it does not know whom this person may ask. A sentence that is not here needs
 * nobody else. The test holds these against every sentence that the server has.
 */
const REFUSED: readonly (readonly [RegExp, Means])[] = [
  [/^Approving is for approvers: /, 'approval'],
  [/ is not approved by .+ Ask another approver\.$/, 'approval'],
  [/ does not go into production without an approval /, 'approval'],
  [/^An approval gate is switched off by an approver or an owner\.$/, 'approver'],
  [/^An approval is taken back by whoever gave it, or by an owner\.$/, 'owner'],
  [/ is (updated|taken off the server) by its owner\.$/, 'owner'],
  [/^You may read this shared portfolio, not change it\./, 'role'],
  [/^This is for (approvers|owners of the shared portfolio)\./, 'role'],
  [/ is no member of this shared portfolio\. Ask one of its owners\.$/, 'role'],
  [/^The database does not let “.+” do this\./, 'role'],
];
const UNAVAILABLE = /^(An approval is a decision of two people|This move needs an approval)/;

interface Of {
  /** As whom this person is known to the server. */
  readonly name: string;
  readonly role: string;
}

/** A refusal of what this person may not do, or not without the server, with the names of those who may. */
export function advised(error: unknown, people: readonly SharedPerson[], of: Of): unknown {
  if (!(error instanceof DomainError) || (error.code !== 'refused' && error.code !== 'unavailable')) return error;
  const who = whoMay(error, people, of);
  return who === '' ? error : new DomainError(error.code, `${error.message} ${who}`, error.detail);
}

function whoMay({ code, message }: DomainError, people: readonly SharedPerson[], { name, role }: Of): string {
  const approvers = sayApprovers(people, name);
  if (code === 'unavailable')
    return UNAVAILABLE.test(message) && approvers !== '' ? `Whoever is connected may approve: ${approvers}.` : '';
  const means = REFUSED.find(([sentence]) => sentence.test(message))?.[1];
  // An owner has nobody above; what the database itself does not let an owner do is the database team's.
  const owners = role !== 'owner' && people.some((one) => one.role === 'owner') ? sayOwners(people) : '';
  if (means === 'approval') return approvers === '' ? '' : `Who may approve: ${approvers}.`;
  if (means === 'approver') return approvers === '' ? '' : `Who may do it: ${approvers}.`;
  if (means === undefined || owners === '') return '';
  return means === 'owner' ? `Ask ${owners}.` : `Ask ${owners}; “Who shares it” has the words for it.`;
}
