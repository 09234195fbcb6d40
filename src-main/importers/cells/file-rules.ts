/** What settles a cell that has two readings, where the file cannot be written otherwise. */
export const CHOOSE_DECIMAL = 'Choose the decimal sign for this import, or write it without one for thousands.';
export const CHOOSE_ORDER = 'Choose the order of dates for this import.';
