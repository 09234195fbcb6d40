import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dependencyGraph } from './dependency-graph';
import { type Cause, type Link, outsideKey, RestingOn } from './falls-with';

const link = (modelId: string, on: string, more: Partial<Link> = {}): Link => ({
  modelId,
  dependsOn: /^[a-z]$/.test(on) ? on : null,
  outside: /^[a-z]$/.test(on) ? '' : on,
  critical: true,
  from: '2026-01-01',
  until: null,
  ...more,
});
const DAY = '2026-06-01';
const fallsWith = (cause: Cause, links: readonly Link[], day: string) => new RestingOn(links, day).falls(cause);
const said = (cause: Cause, links: readonly Link[], day = DAY): readonly string[] =>
  fallsWith(cause, links, day).map(({ modelId, steps, stops }) => `${modelId}${steps}${stops ? '' : '?'}`);

describe('what falls with something', () => {
  const links = [
    link('a', 'OpenAI / GPT-5 / 2026-01'),
    link('b', 'openai /  gpt-5'),
    link('c', 'a'),
    link('d', 'c', { critical: false }),
    link('e', 'd'),
    link('f', 'OpenAI / GPT-50'),
    link('g', 'a', { until: '2026-05-31' }),
    link('h', 'a', { from: '2026-06-02' }),
  ];
  it('is everything above it, through others, on that day', () => {
    expect(said({ outside: 'OpenAI / GPT-5' }, links)).toEqual(['a1', 'b1', 'c2', 'd3?', 'e4?']);
    expect(said({ outside: 'OpenAI' }, links)).toEqual(['a1', 'b1', 'f1', 'c2', 'd3?', 'e4?']);
    expect(said({ outside: 'OpenAI / GPT-5 / 2026-01' }, links)).toEqual(['a1', 'c2', 'd3?', 'e4?']);
    expect(said({ modelId: 'a' }, links, '2026-05-31')).toEqual(['c1', 'g1', 'd2?', 'e3?']);
    expect(said({ modelId: 'a' }, links, '2026-06-02')).toEqual(['c1', 'h1', 'd2?', 'e3?']);
    expect(said({ outside: 'Anthropic' }, links)).toEqual([]);
  });
  it('stops what some way of critical links leads to, and only touches the rest', () => {
    const two = [...links, link('d', 'b')];
    expect(said({ outside: 'OpenAI / GPT-5' }, two)).toEqual(['a1', 'b1', 'c2', 'd2', 'e3']);
  });
  it('ends where links go in a circle, and never contains what it began with', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const any = fc.array(
      fc
        .record({ modelId: id, on: id, critical: fc.boolean() })
        .map(({ modelId, on, critical }) => link(modelId, on, { critical })),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(any, (all) => {
        const found = fallsWith({ modelId: 'a' }, all, DAY);
        const ids = found.map(({ modelId }) => modelId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).not.toContain('a');
        // Each rests on something that falls, or on what it began with.
        for (const { modelId } of found)
          expect(all.some((one) => one.modelId === modelId && ['a', ...ids].includes(one.dependsOn ?? ''))).toBe(true);
        // More links never save a model.
        const fewer = fallsWith({ modelId: 'a' }, all.slice(1), DAY);
        expect(fewer.every(({ modelId }) => ids.includes(modelId))).toBe(true);
      }),
    );
  });
  it('compares names of things outside without case and blanks', () => {
    expect(outsideKey(' OpenAI/GPT-5 /  May  13')).toBe('openai / gpt-5 / may 13');
  });
});

describe('the graph', () => {
  const graph = dependencyGraph(
    new RestingOn(
      [link('a', 'OpenAI / GPT-5'), link('b', 'openai / gpt-5 / 2026-01'), link('c', 'a'), link('c', 'x')],
      DAY,
    ),
  );
  it('has providers above their models, and a model behind everything that it rests on', () => {
    expect(graph.nodes.map(({ key, name, layer }) => `${layer} ${key} ${name}`)).toEqual([
      '0 o:openai OpenAI',
      '0 o:openai / gpt-5 GPT-5',
      '0 o:openai / gpt-5 / 2026-01 2026-01',
      '0 m:x ',
      '1 m:a ',
      '1 m:b ',
      '2 m:c ',
    ]);
    expect(graph.links.map(({ from, to, below }) => `${from} ${below ? '>' : '→'} ${to}`).toSorted()).toEqual(
      [
        'o:openai > o:openai / gpt-5',
        'o:openai / gpt-5 > o:openai / gpt-5 / 2026-01',
        'o:openai / gpt-5 → m:a',
        'o:openai / gpt-5 / 2026-01 → m:b',
        'm:a → m:c',
        'm:x → m:c',
      ].toSorted(),
    );
  });
  it('ends where links go in a circle', () => {
    const round = dependencyGraph(new RestingOn([link('a', 'b'), link('b', 'a')], DAY));
    expect(round.nodes.map(({ key }) => key).toSorted()).toEqual(['m:a', 'm:b']);
  });
});
