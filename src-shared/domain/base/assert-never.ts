/** Closes a `switch` over a union: it does not compile while a case is missing, and throws on a value from outside. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
