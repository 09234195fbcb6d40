import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drawNoMore, drawSoon } from './draw-queue';

let frames: (() => void)[] = [];
let now = 0;

function nextFrame(): void {
  const [first, ...others] = frames;
  frames = others;
  first?.();
}

beforeEach(() => {
  frames = [];
  now = 0;
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});

afterEach(() => {
  while (frames.length > 0) nextFrame();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('drawing in frames', () => {
  it('draws the newest of an owner once a frame', () => {
    const owner = {};
    const drawn: number[] = [];
    for (const step of [1, 2, 3]) drawSoon(owner, () => drawn.push(step));
    expect(drawn).toEqual([]);
    nextFrame();
    expect(drawn).toEqual([3]);
    expect(frames).toEqual([]);
  });

  it('leaves to the next frame what does not fit, and forgets nobody', () => {
    const owners = [{}, {}, {}];
    const drawn: number[] = [];
    const ask = (at: number): void =>
      drawSoon(owners[at] ?? {}, () => {
        drawn.push(at);
        now += 9;
      });
    for (const at of [0, 1, 2]) ask(at);
    nextFrame();
    expect(drawn).toEqual([0]);
    // The first asks again before the others had their turn.
    ask(0);
    nextFrame();
    nextFrame();
    nextFrame();
    expect(drawn).toEqual([0, 1, 2, 0]);
  });

  it('draws several in a frame when they are quick', () => {
    const drawn: number[] = [];
    for (const at of [0, 1, 2]) drawSoon({}, () => drawn.push(at));
    nextFrame();
    expect(drawn).toEqual([0, 1, 2]);
  });

  it('does not draw what was taken away', () => {
    const owner = {};
    const draw = vi.fn();
    drawSoon(owner, draw);
    drawNoMore(owner);
    nextFrame();
    expect(draw).not.toHaveBeenCalled();
  });
});
