import { describe, expect, it } from 'vitest';
import { stageTrack, stopWords } from './stage-track';

const move = (to: Parameters<typeof stageTrack>[1], at: string | null, correction = false) =>
  ({ to, at, correction, precision: 'day' }) as const;
const states = (moves: Parameters<typeof stageTrack>[0], current: Parameters<typeof stageTrack>[1]) =>
  stageTrack(moves, current).map((stop) => stop.state);

describe('stageTrack', () => {
  it('tells passed, current, skipped and ahead apart', () => {
    expect(
      states([move('proposed', null), move('training', '2024-01-01T00:00:00Z'), move('deployed', null)], 'deployed'),
    ).toEqual(['passed', 'skipped', 'passed', 'skipped', 'current', 'ahead', 'ahead', 'ahead']);
  });
  it('keeps what was reached when the model went back', () => {
    const stops = stageTrack(
      [move('validation', '2024-01-01T00:00:00Z'), move('training', '2024-02-01T00:00:00Z')],
      'training',
    );
    expect(stops.find((stop) => stop.stage === 'validation')).toMatchObject({ state: 'passed', reached: true });
    expect(stops.find((stop) => stop.stage === 'deployed')).toMatchObject({ reached: false });
  });
  it('shows the last entry, how often, and corrections', () => {
    const stops = stageTrack(
      [
        move('training', '2024-01-01T00:00:00Z', true),
        move('validation', null),
        move('training', '2024-03-01T00:00:00Z'),
      ],
      'training',
    );
    expect(stops[2]).toMatchObject({ entries: 2, at: '2024-03-01T00:00:00Z', correction: true });
  });
  it('says a month as a month', () => {
    const moves = [{ ...move('training', '2024-01-16T00:00:00Z'), precision: 'month' as const }];
    const words = stageTrack(moves, 'training').map((stop) => stopWords(stop, (at, precision) => `${at} ${precision}`));
    expect(words[2]).toBe('Training: the model is here, since 2024-01-16T00:00:00Z month');
  });
  it('says each stop in words', () => {
    const words = stageTrack([move('proposed', null), move('training', '2024-01-01T00:00:00Z', true)], 'training').map(
      (stop) => stopWords(stop, (at) => at.slice(0, 10)),
    );
    expect(words.slice(0, 4)).toEqual([
      'Proposed: entered on a day not known',
      'Data preparation: nothing recorded',
      'Training: the model is here, since 2024-01-01, by a correction',
      'Validation: not reached',
    ]);
  });
});
