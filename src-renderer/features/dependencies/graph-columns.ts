import type { Output } from '#contract/index';

export type Graph = Output<'dependencies.graph'>;
export type GraphNode = Graph['nodes'][number];

export interface GraphColumn {
  readonly title: string;
  /** `depth`: how far below its provider something outside lies. */
  readonly nodes: readonly { readonly node: GraphNode; readonly depth: number }[];
}

const OUTSIDE = 'Outside';
const ROOTS = 'Rest on nothing noted';
const TITLES = ['Rest on these', 'Rest on those', 'Further on'];

/** Layers as columns: outside first, each name below its provider; then rows, those that the most falls with first. */
export function columnsOf({ nodes }: Pick<Graph, 'nodes'>): readonly GraphColumn[] {
  const outside = nodes.filter(({ model }) => model === null);
  const roots = nodes.filter(({ model, layer }) => model !== null && layer === 0);
  const layers = TITLES.map((title, place) => ({
    title,
    nodes: nodes.filter(
      ({ model, layer }) => model !== null && (place === TITLES.length - 1 ? layer > place : layer === place + 1),
    ),
  }));
  return [
    { title: OUTSIDE, nodes: outside.map((node) => ({ node, depth: node.outside.split(' / ').length - 1 })) },
    ...[{ title: ROOTS, nodes: roots }, ...layers].map(({ title, nodes: own }) => ({
      title,
      nodes: own.toSorted(byWeight).map((node) => ({ node, depth: 0 })),
    })),
  ].filter((column) => column.nodes.length > 0);
}

const byWeight = (a: GraphNode, b: GraphNode): number =>
  b.stops - a.stops || b.touched - a.touched || (a.name < b.name ? -1 : 1);

/** What rests on nothing stands in the first column, below what lies outside: lines lead on from both. */
export function stacked(columns: readonly GraphColumn[]): readonly (readonly GraphColumn[])[] {
  const isRoot = ({ title }: GraphColumn): boolean => title === OUTSIDE || title === ROOTS;
  const roots = columns.filter(isRoot);
  return [...(roots.length > 0 ? [roots] : []), ...columns.filter((one) => !isRoot(one)).map((one) => [one])];
}

/** The node itself, what lies below it, and everything that rests on any of these. */
export function lit({ links }: Pick<Graph, 'links'>, from: string): ReadonlySet<string> {
  const found = new Set([from]);
  const open = [from];
  for (let key = open.pop(); key !== undefined; key = open.pop())
    for (const link of links)
      if (link.from === key && !found.has(link.to)) {
        found.add(link.to);
        open.push(link.to);
      }
  return found;
}
