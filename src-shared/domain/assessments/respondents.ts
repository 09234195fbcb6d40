/**
 * Why `name` cannot stand for a person who answers beside `others`; `null`: it can. A name has a letter: keys that were
 * meant to answer (0 to 3) are no people, and their answers would be scored.
 */
export function respondentProblem(name: string, others: readonly string[]): string | null {
  const given = name.trim();
  if (!/\p{L}/u.test(given)) {
    return given === ''
      ? 'A person who answers needs a name.'
      : `“${given}” has no letter, so it is not taken as the name of a person. Type the name.`;
  }
  const same = others.find((other) => folded(other) === folded(given));
  return same === undefined ? null : `“${same}” answers already. Choose another name, such as the full one.`;
}

const folded = (name: string): string => name.trim().normalize('NFKC').toLocaleLowerCase('en');
