import { describe, expect, it } from 'vitest';
import { isStale } from './topics';

describe('isStale', () => {
  it('a changed model makes lists, counts and the journal stale', () => {
    for (const channel of ['models.list', 'models.grid', 'overview.summary', 'views.list', 'history.state']) {
      expect(isStale(channel, ['models'])).toBe(true);
    }
    expect(isStale('settings.get', ['models'])).toBe(false);
    expect(isStale('imports.presets', ['models'])).toBe(false);
  });

  it('another portfolio makes everything of the old one stale', () => {
    for (const channel of ['workspace.status', 'portfolio.info', 'imports.list', 'settings.get']) {
      expect(isStale(channel, ['workspace'])).toBe(true);
    }
  });

  it('the reading of thresholds changes with the settings', () => {
    expect(isStale('maturity.recommend', ['settings'])).toBe(true);
    expect(isStale('imports.list', ['settings'])).toBe(false);
  });
});
