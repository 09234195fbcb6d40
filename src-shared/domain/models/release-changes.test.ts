import { expect, it } from 'vitest';
import { parseReleaseChanges, releaseChangesText, sayReleaseChanges } from './release-changes';

it('keeps what a release changed as words in one order, and says it', () => {
  expect(releaseChangesText(['provider_model', 'prompt', 'prompt'])).toBe('prompt,provider_model');
  expect(parseReleaseChanges('provider_model,prompt')).toEqual(['prompt', 'provider_model']);
  expect(parseReleaseChanges('')).toEqual([]);
  expect(sayReleaseChanges([])).toBe('');
  expect(sayReleaseChanges(['prompt'])).toBe('prompt');
  expect(sayReleaseChanges(['weights_code', 'prompt', 'tools_configuration'])).toBe(
    'weights or code, prompt and tools or configuration',
  );
});
