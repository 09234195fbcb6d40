import { counted } from '../base/wording';

/**
 * What a document says of its moment where the copy of a shared portfolio that it was made of holds what the others do not have
 * yet: by it two people's numbers that differ explain themselves.
 *
 * @param changes commands that wait and stand in the copy
 * @param count writes the number as the document's reader does
 * @returns '' where there are none, or the portfolio is private
 */
export const unsharedWords = (
  changes: number,
  count: (value: number, one: string) => string = (value, one) => counted(value, one),
): string => (changes === 0 ? '' : `${count(changes, 'change')} not yet shared`);
