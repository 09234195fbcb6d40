/** Which element shows which row: place in the shown order → number of its element. */
export type RowSlots = ReadonlyMap<number, number>;

/**
 * Gives each row in sight an element. Rows that stay keep theirs (and with it the browser's focus), those that scroll in
 * take over the elements of those that scrolled out.
 */
export function assignSlots(before: RowSlots, positions: readonly number[]): RowSlots {
  const wanted = new Set(positions);
  const slots = new Map<number, number>();
  const used = new Set<number>();
  for (const [position, slot] of before) {
    if (!wanted.has(position)) continue;
    slots.set(position, slot);
    used.add(slot);
  }
  let next = 0;
  for (const position of positions) {
    if (slots.has(position)) continue;
    while (used.has(next)) next++;
    used.add(next);
    slots.set(position, next);
  }
  return slots;
}

export interface SlottedRow {
  readonly position: number;
  readonly slot: number;
}

/** The rows in the order of their elements, so that no element is ever moved in the page, which would cost it the focus. */
export function bySlot(slots: RowSlots): readonly SlottedRow[] {
  return Array.from(slots, ([position, slot]) => ({ position, slot })).sort((a, b) => a.slot - b.slot);
}
