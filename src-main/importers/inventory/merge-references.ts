import type { ModelFields } from '#contract/models/models';
import { foldId } from '#domain/identity/fold-id';

type References = ModelFields['externalReferences'];
type Reference = References[number];

/**
 * References with what a file says of them. A file has one number and one address of a model at most: what it does not say stays, and
 * further numbers of its system, such as those of models that were merged into this one, stay too. A number that we do not have takes
 * the place of the first one.
 */
export function mergeReferences(current: References, incoming: References): References {
  return incoming.reduce(withReference, current);
}

/** Whether a file says nothing of them that is not there. */
export const holdsReferences = (current: References, incoming: References): boolean =>
  JSON.stringify(mergeReferences(current, incoming)) === JSON.stringify(current);

function withReference(current: References, said: Reference): References {
  const at = placeOf(current, said);
  const known = current[at];
  if (!known) return [...current, said];
  const id = said.id === '' || isSameId(said.id, known.id) ? known.id : said.id;
  const merged: Reference = { system: known.system, id, url: said.url || known.url };
  return current.map((reference, place) => (place === at ? merged : reference));
}

/** The reference that is meant: of equal number, else of equal address, else the first of the system; -1 where it has none. */
function placeOf(current: References, { system, id, url }: Reference): number {
  const find = (is: (reference: Reference) => boolean): number =>
    current.findIndex((reference) => reference.system === system && is(reference));
  const byId = id === '' ? -1 : find((reference) => isSameId(reference.id, id));
  if (byId >= 0) return byId;
  const byUrl = id !== '' || url === '' ? -1 : find((reference) => reference.url === url);
  return byUrl >= 0 ? byUrl : find(() => true);
}

/** Another kind of dash, or another case, makes no other number. */
const isSameId = (a: string, b: string): boolean => a === b || foldId(a) === foldId(b);
