import { describe, expect, it } from 'vitest';
import { pointAt, type RadarAxis, type RadarBox, radarOf } from './radar';

const BOX: RadarBox = { centre: { x: 100, y: 100 }, radius: 90, labelGap: 10 };
const axis = (id: string, mean: number | null, range: readonly [number, number] | null = null): RadarAxis => ({
  id,
  label: id,
  mean,
  range: range ?? (mean === null ? null : [mean, mean]),
  need: 2,
});
const six = (means: readonly (number | null)[]): RadarAxis[] => means.map((mean, index) => axis(`c${index}`, mean));

describe('the geometry', () => {
  it('puts the first axis on top and goes on clockwise', () => {
    expect(pointAt(BOX, 0, 6, 3)).toEqual({ x: 100, y: 10 });
    expect(pointAt(BOX, 3, 6, 3)).toEqual({ x: 100, y: 190 });
    expect(pointAt(BOX, 1, 6, 3).x).toBeGreaterThan(100);
    expect(pointAt(BOX, 5, 6, 0)).toEqual({ x: 100, y: 100 });
  });

  it('closes the line when all is known', () => {
    const radar = radarOf(six([1, 1, 1, 1, 1, 1]), BOX);
    expect(radar.mean).toMatch(/^M 100 70 .* Z$/);
    expect(radar.dots).toHaveLength(6);
    expect(radar.band).toBe('');
  });

  it('breaks the line where nothing is known', () => {
    const radar = radarOf(six([1, null, 1, 1, 1, 1]), BOX);
    expect(radar.mean).not.toContain('Z');
    expect(radar.mean.match(/M/g)).toHaveLength(4);
    expect(radar.dots.map(({ id }) => id)).not.toContain('c1');
  });

  it('draws the band between the worst and the best', () => {
    const axes = six([1, 1, 1, 1, 1, 1]).map((one, index) => (index === 2 ? axis('c2', 1, [0.5, 2]) : one));
    const { band } = radarOf(axes, BOX);
    expect(band.match(/M/g)).toHaveLength(2);
    expect(band.match(/Z/g)).toHaveLength(2);
  });

  it('turns the labels away from the picture', () => {
    const axes = six([1, 1, 1, 1, 1, 1]).map((one) => ({ ...one, label: 'Model registry' }));
    const { labels } = radarOf(axes, BOX);
    const anchors = labels.map(({ anchor }) => anchor);
    expect(labels[0]?.lines).toEqual(['Model registry']);
    expect(labels[1]?.lines).toEqual(['Model', 'registry']);
    expect(anchors).toEqual(['middle', 'start', 'start', 'middle', 'end', 'end']);
  });
});
