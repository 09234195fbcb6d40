import { expect, it } from 'vitest';
import { columnsOf, type GraphNode, lit, stacked } from './graph-columns';

const node = (key: string, layer: number, stops = 0): GraphNode => ({
  key,
  name: key,
  layer,
  model: key.startsWith('o:')
    ? null
    : { id: key, name: key, unit: '', tier: null, kind: null, stage: 'deployed', inProduction: true },
  outside: key.startsWith('o:') ? key.slice(2) : '',
  stops,
  touched: 0,
});

it('puts every node into one column, outside first and what the most falls with on top', () => {
  const nodes = [
    node('o:A', 0),
    node('o:A / B', 0),
    node('r', 0),
    node('x', 1),
    node('y', 1, 3),
    node('z', 2),
    node('w', 7),
  ];
  const columns = columnsOf({ nodes });
  expect(columns.map(({ title, nodes: own }) => [title, ...own.map((one) => `${one.node.key}${one.depth}`)])).toEqual([
    ['Outside', 'o:A0', 'o:A / B1'],
    ['Rest on nothing noted', 'r0'],
    ['Rest on these', 'y0', 'x0'],
    ['Rest on those', 'z0'],
    ['Further on', 'w0'],
  ]);
  expect(columns.flatMap((column) => column.nodes)).toHaveLength(nodes.length);
  expect(stacked(columns).map((column) => column.map(({ title }) => title))).toEqual([
    ['Outside', 'Rest on nothing noted'],
    ['Rest on these'],
    ['Rest on those'],
    ['Further on'],
  ]);
  expect(stacked([])).toEqual([]);
  expect(columnsOf({ nodes: [] })).toEqual([]);
});

it('lights what falls with a node', () => {
  const link = (from: string, to: string) => ({ from, to, critical: true, below: false });
  const links = [link('a', 'b'), link('b', 'c'), link('c', 'a'), link('d', 'e')];
  expect([...lit({ links }, 'b')].toSorted()).toEqual(['a', 'b', 'c']);
  expect([...lit({ links }, 'e')]).toEqual(['e']);
});
