import { expect, it } from 'vitest';
import { storedText } from './stored-text';

it('writes stored values as people read them', () => {
  expect(storedText('stage', 'data_preparation', 'JPY')).toBe('Data preparation');
  expect(storedText('tier', '1', 'JPY')).toBe('Tier 1');
  expect(storedText('unit', 'Retail', 'JPY')).toBe('Retail');
  expect(storedText('tags', '["fraud","cards"]', 'JPY')).toBe('fraud, cards');
  expect(storedText('externalReferences', '[{"system":"CMDB","id":"7","url":""}]', 'JPY')).toBe('CMDB 7');
  expect(storedText('annualValueMinor', '123450', 'JPY')).toContain('123,450');
  expect(storedText('notes', '[draft', 'JPY')).toBe('[draft');
});
