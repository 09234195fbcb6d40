import { expect, it } from 'vitest';
import { contentSecurityPolicy } from './security-headers';

const directives = (nonce: string | null) =>
  Object.fromEntries(
    contentSecurityPolicy(nonce)
      .split('; ')
      .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)] as const),
  );

it('lets nothing in by default and scripts only from the program itself', () => {
  const policy = directives('abc');
  expect(policy['default-src']).toEqual(["'none'"]);
  expect(policy['script-src']).toEqual(["'self'"]);
  expect(policy['connect-src']).toEqual(["'self'"]);
  for (const name of ['base-uri', 'form-action', 'frame-ancestors', 'object-src'])
    expect(policy[name]).toEqual(["'none'"]);
});

it('allows style elements by nonce alone, and none where there is no nonce', () => {
  expect(directives('abc')['style-src']).toEqual(["'self'", "'nonce-abc'"]);
  expect(directives(null)['style-src']).toEqual(["'self'"]);
});

it('never says unsafe, any host or another scheme', () => {
  expect(contentSecurityPolicy('abc')).not.toMatch(/unsafe|\*|http|ws:/);
});
