/** The nonce that the host put into the page: without it the content security policy lets no generated style in. */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
