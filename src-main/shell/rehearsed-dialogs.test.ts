import { expect, it } from 'vitest';
import { rehearsedDialogs } from './rehearsed-dialogs';

it('answers in order, then as somebody who changes their mind', async () => {
  const dialogs = rehearsedDialogs({ MODELFOLIO_TEST: '1', MODELFOLIO_DIALOG_ANSWERS: '["/a.csv", null, "/b"]' });
  expect(await dialogs?.pickFile('table')).toBe('/a.csv');
  expect(await dialogs?.pickFile('table')).toBe(null);
  expect(await dialogs?.pickNewPortfolio('Acme', '/')).toBe('/b');
  expect(await dialogs?.pickFile('portfolio')).toBe(null);
});

it('is not to be had outside of a test', () => {
  expect(rehearsedDialogs({ MODELFOLIO_DIALOG_ANSWERS: '["/a"]' })).toBe(null);
  expect(rehearsedDialogs({ MODELFOLIO_TEST: 'yes', MODELFOLIO_DIALOG_ANSWERS: '["/a"]' })).toBe(null);
  expect(rehearsedDialogs({ MODELFOLIO_TEST: '1' })).toBe(null);
});
