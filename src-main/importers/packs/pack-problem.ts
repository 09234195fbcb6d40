/** What is wrong in a file of a rule pack: where, what, and what to do. */
export interface PackProblem {
  /** `fields[2].confidence (owner)`; '' = the file as a whole. */
  readonly place: string;
  readonly words: string;
}

export const sayProblem = ({ place, words }: PackProblem): string => (place === '' ? words : `${place}: ${words}`);
