import { expect, it } from 'vitest';
import { isWebAddress } from './web-address';

it.each(['https://example.org/a', 'http://127.0.0.1:5000/#/models'])('follows %s', (url) => {
  expect(isWebAddress(url)).toBe(true);
});

it.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'example.org', ''])(
  'leaves %j alone',
  (url) => {
    expect(isWebAddress(url)).toBe(false);
  },
);
