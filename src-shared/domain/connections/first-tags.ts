/** A tag as it is used, with what its name and its values suggest. */
interface SuggestedTag<F> {
  readonly tag: string;
  readonly suggested: F | null;
  readonly values: readonly {
    readonly text: string;
    readonly means: readonly { readonly field: F; readonly to: string }[];
  }[];
}

export interface ValueSaid {
  readonly from: string;
  readonly to: string;
}

/** What the values of a tag most likely are as a field, where nobody has said anything. */
export const likelyValues = <F>({ values }: Pick<SuggestedTag<F>, 'values'>, field: F): ValueSaid[] =>
  values.flatMap(({ text, means }) => {
    const found = means.find((one) => one.field === field);
    return found ? [{ from: text, to: found.to }] : [];
  });

/**
 * What tags are here before somebody said it, whichever way they came. A field is told by one tag: of several, the one that most
 * models have, which comes first.
 */
export function firstTags<F>(tags: readonly SuggestedTag<F>[]): { tag: string; field: F; values: ValueSaid[] }[] {
  const told = new Set<F>();
  return tags.flatMap((one) => {
    const { tag, suggested: field } = one;
    if (field === null || told.has(field)) return [];
    told.add(field);
    return [{ tag, field, values: likelyValues(one, field) }];
  });
}
