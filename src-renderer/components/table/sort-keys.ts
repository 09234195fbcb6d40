/** One key of a sort: the first decides, later ones break ties. */
export interface ColumnSort<Field extends string = string> {
  readonly field: Field;
  readonly direction: 'asc' | 'desc';
}

/** A click on a header: up, down, off. With Shift the other keys stay and this one is added or turned. */
export function nextSort<Field extends string>(
  sort: readonly ColumnSort<Field>[],
  field: Field,
  add: boolean,
): readonly ColumnSort<Field>[] {
  const present = sort.find((key) => key.field === field);
  const turned: ColumnSort<Field>[] =
    present === undefined
      ? [{ field, direction: 'asc' }]
      : present.direction === 'asc'
        ? [{ field, direction: 'desc' }]
        : [];
  if (!add) return turned;
  if (present === undefined) return [...sort, ...turned];
  return sort.flatMap((key) => (key.field === field ? turned : [key]));
}
