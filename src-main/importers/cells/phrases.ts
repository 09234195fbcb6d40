import { words } from '#domain/base/fold';

/** Phrases parted by commas, over as many lines as they need, as plain words. */
export const list = (phrases: string): readonly string[] => phrases.split(',').map((phrase) => words(phrase));
