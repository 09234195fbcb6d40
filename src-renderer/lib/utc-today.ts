/** The engine's day: results, reviews and journal lie on UTC days. */
export const utcToday = (): string => new Date().toISOString().slice(0, 10);
