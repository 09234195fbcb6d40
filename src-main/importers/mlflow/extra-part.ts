/** For what comes along with a registry and may be missing: a server that is slow with it is read as a registry all the same. */
export const EXTRA = { wholeMs: 120_000, tries: 2 } as const;
