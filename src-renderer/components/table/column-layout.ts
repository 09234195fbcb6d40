/** Which columns are shown, in which order and how wide; the first one always stays. */
export interface ColumnLayout {
  readonly visible: readonly string[];
  /** Widths in px that a person set; columns without one have their own. */
  readonly widths: Readonly<Record<string, number>>;
}

const NARROWEST = 56;
const WIDEST = 900;

export function setWidth(layout: ColumnLayout, id: string, width: number): ColumnLayout {
  const whole = Math.round(Math.max(NARROWEST, Math.min(WIDEST, width)));
  return { ...layout, widths: { ...layout.widths, [id]: whole } };
}

export function resetWidth(layout: ColumnLayout, id: string): ColumnLayout {
  const { [id]: _gone, ...widths } = layout.widths;
  return { ...layout, widths };
}

/** Shows a hidden column as the last one, or hides a shown one. The first column cannot be hidden. */
export function toggleColumn(layout: ColumnLayout, id: string): ColumnLayout {
  if (layout.visible[0] === id) return layout;
  const shown = layout.visible.includes(id);
  return { ...layout, visible: shown ? layout.visible.filter((other) => other !== id) : [...layout.visible, id] };
}

/** Puts a column where another one is; the first place is taken. */
export function moveColumn(layout: ColumnLayout, id: string, target: string): ColumnLayout {
  const from = layout.visible.indexOf(id);
  const to = layout.visible.indexOf(target);
  if (from < 1 || to < 1 || from === to) return layout;
  const others = layout.visible.filter((other) => other !== id);
  return { ...layout, visible: [...others.slice(0, to), id, ...others.slice(to)] };
}

/** Moves a column one place to the left (-1) or right (1). */
export function nudgeColumn(layout: ColumnLayout, id: string, by: -1 | 1): ColumnLayout {
  const target = layout.visible[layout.visible.indexOf(id) + by];
  return target === undefined ? layout : moveColumn(layout, id, target);
}

/** The columns of a saved view or of an earlier start; unknown ones are left out, none means the usual ones. */
export function layoutOf(
  columns: readonly string[],
  known: readonly string[],
  usual: readonly string[],
  widths: ColumnLayout['widths'] = {},
): ColumnLayout {
  const first = usual[0] ?? '';
  const kept = [...new Set(columns)].filter((id) => known.includes(id) && id !== first);
  return { visible: kept.length === 0 ? usual : [first, ...kept], widths };
}
