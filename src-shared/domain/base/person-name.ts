/** Letter case and doubled blanks make no other person. */
export const foldedName = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** Two names of one person; a blank is nobody. */
export const isSamePerson = (one: string, other: string): boolean =>
  foldedName(one) !== '' && foldedName(one) === foldedName(other);
