/**
 * The same text in memory of its own. A cell is a window on the megabyte of the file that it was cut from: kept, it would
 * keep all of that.
 */
export const detached = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');
