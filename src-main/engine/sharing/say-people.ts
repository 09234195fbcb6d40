import type { SharedPerson } from '../../platform/shared-notes';

/** More are counted. */
const NAMED = 3;

function sayOne(names: readonly string[]): string {
  const named = names.slice(0, NAMED);
  const more = names.length - named.length;
  const last = more > 0 ? `${more} more` : named.pop();
  return named.length === 0 ? (last ?? '') : `${named.join(', ')} or ${last}`;
}

/** Whom to ask for a role or a newer program: `its owner Ada`, `one of its owners (Ada or Bo)`. */
export function sayOwners(people: readonly SharedPerson[]): string {
  const owners = people.filter(({ role }) => role === 'owner').map(({ name }) => name);
  if (owners.length === 0) return 'an owner';
  return owners.length === 1 ? `its owner ${sayOne(owners)}` : `one of its owners (${sayOne(owners)})`;
}

/** Who may approve, besides this person: `Bo or Cy`; '' where nobody is known. */
export const sayApprovers = (people: readonly SharedPerson[], self: string): string =>
  sayOne(
    people
      .filter(({ name, role }) => (role === 'approver' || role === 'owner') && name !== self)
      .map(({ name }) => name),
  );
