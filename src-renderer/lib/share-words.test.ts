import { expect, it } from 'vitest';
import { initialsOf, whereWords } from './share-words';

it.each([
  ['Greta Voss', 'GV'],
  ['priya.raman', 'PR'],
  ['Ada', 'A'],
  ['Ana María de la Cruz', 'AC'],
  ['  ', '?'],
])('shortens “%s” to %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

it.each([
  ['/models/abc', 'Motor claim severity', true, 'edits Motor claim severity'],
  ['/models/abc', 'Motor claim severity', false, 'looks at Motor claim severity'],
  ['/governance/packs', null, false, 'in Governance'],
  ['/', null, false, 'in Overview'],
  ['/portfolio', null, false, 'in the portfolio'],
  ['/portfolios', null, false, 'here'],
])('says of %s with %s: “%s”', (page, modelName, edits, words) => {
  expect(whereWords({ page, modelName, edits })).toBe(words);
});
