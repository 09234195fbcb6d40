import { randomBytes } from 'node:crypto';

const PLACEHOLDER = '__CSP_NONCE__';

export const newNonce = (): string => randomBytes(18).toString('base64');

/** The page with this response's nonce where the build left its placeholder (a meta tag that the renderer reads). */
export function withNonce(page: string, nonce: string): string {
  return page.replaceAll(PLACEHOLDER, nonce);
}
