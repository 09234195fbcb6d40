/** Long work shares the engine: queries and the cancel call get their turn between two chunks. */
export const yieldToOthers = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
