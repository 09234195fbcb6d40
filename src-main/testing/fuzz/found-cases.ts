/** What fuzzing found that no reader had foreseen: each is made again from its seed, and tried with every test. */
export const FOUND: readonly { readonly base: string; readonly seed: number; readonly what: string }[] = [
  { base: 'template', seed: 7, what: 'a palette with functions in it does not cross between threads' },
];
