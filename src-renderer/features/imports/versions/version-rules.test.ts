import { describe, expect, it } from 'vitest';
import { ruleLines } from './version-rules';

describe('the rules about a version history', () => {
  it('stand by kind with how many they are about, and say one word only where all say it', () => {
    const said = [
      { field: 'until', decision: 'ours' as const },
      { field: 'move.date', decision: 'ours' as const },
      { field: 'move.date', decision: 'ask' as const },
    ];
    expect(ruleLines(said, [])).toEqual([
      { field: 'move.date', count: 2, decision: null },
      { field: 'until', count: 1, decision: 'ours' },
    ]);
    const rules = [
      { field: 'move.date', decision: 'ours' as const },
      { field: 'move.date', decision: 'file' as const },
    ];
    expect(ruleLines(said, rules)[0]).toEqual({ field: 'move.date', count: 2, decision: 'file' });
  });
});
