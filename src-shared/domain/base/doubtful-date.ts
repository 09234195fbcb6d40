import { addMonths } from './calendar';

/** A state that is said to have lasted longer than this is asked about before it is said as a fact. */
const PLAUSIBLE_YEARS = 10;

/** The first day since which something can have lasted without being asked about: ten years before `today`, ISO. */
export const plausibleFrom = (today: string): string => addMonths(today, -12 * PLAUSIBLE_YEARS);

/**
 * Whether a date is rather a slip than a fact: reviews that have waited since 1997, models that have been live since 1970.
 * Nothing is changed and nothing left out for it; it is shown as a question.
 *
 * @param since an ISO day or instant
 * @param today an ISO day
 */
export const isDoubtfulSince = (since: string, today: string): boolean => since.slice(0, 10) < plausibleFrom(today);
