/** A closed list of values and the words that people read for them. */
export interface Vocabulary {
  readonly values: readonly (string | number)[];
  readonly labels: Readonly<Record<string | number, string>>;
}

/** One value of a vocabulary as a form offers it. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The values of a vocabulary in its order. */
export const choicesOf = ({ values, labels }: Vocabulary): readonly Choice[] =>
  values.map((value) => ({ value: String(value), label: labels[value] ?? String(value) }));
