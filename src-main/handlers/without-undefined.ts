export type Changes<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** What of a patch says something. */
export function withoutUndefined<T extends object>(patch: Changes<T>): Partial<T> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<T>; // only defined values of T are left
}
