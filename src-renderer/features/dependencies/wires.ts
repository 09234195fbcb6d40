import type { Graph } from './graph-columns';

/** Where a name stands among the columns, in pixels of the area that they fill. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
}

export interface Wire {
  readonly key: string;
  readonly path: string;
  readonly critical: boolean;
  /** It leads from what is chosen to what falls with it. */
  readonly lit: boolean;
}

/** Above so many lines a picture shows nothing: then only those of what is chosen are drawn. */
export const MOST_WIRES = 150;

/**
 * Lines from what is rested on to what rests on it. What lies below a provider is indented under it and has none; a name that is
 * scrolled out of its column has its line end at the column's edge.
 *
 * @param boxes by the keys of nodes
 * @param alight keys that fall with what is chosen; `null`: nothing is
 */
export function wiresOf(
  { links }: Pick<Graph, 'links'>,
  boxes: ReadonlyMap<string, Box>,
  alight: ReadonlySet<string> | null,
): readonly Wire[] {
  const across = links.filter(({ below }) => !below);
  const isLit = ({ from, to }: Graph['links'][number]): boolean =>
    (alight?.has(from) ?? false) && (alight?.has(to) ?? false);
  return (across.length > MOST_WIRES ? across.filter(isLit) : across).flatMap((link): Wire[] => {
    const [from, to] = [boxes.get(link.from), boxes.get(link.to)];
    if (!from || !to) return [];
    return [{ key: `${link.from} ${link.to}`, path: pathOf(from, to), critical: link.critical, lit: isLit(link) }];
  });
}

const pathOf = (from: Box, to: Box): string => {
  // Back to an earlier column, where rows rest on each other in a circle, it leaves and arrives on the right.
  const [start, end] = to.left >= from.right ? [from.right, to.left] : [from.right, to.right];
  const bend = Math.max(12, Math.abs(end - start) / 2);
  const into = to.left >= from.right ? end - bend : end + bend;
  return `M ${start} ${from.middle} C ${start + bend} ${from.middle} ${into} ${to.middle} ${end} ${to.middle}`;
};
