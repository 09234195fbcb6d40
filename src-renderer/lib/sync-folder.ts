/** Programs that keep folders alike on several computers, by what their folders are called. */
const PROGRAMS: readonly (readonly [RegExp, string])[] = [
  [/CloudStorage[\\/]OneDrive-|(^|[\\/])OneDrive( - [^\\/]+)?([\\/]|$)/i, 'OneDrive'],
  [/(^|[\\/])Dropbox( \([^\\/]+\))?([\\/]|$)/i, 'Dropbox'],
  [/[\\/](Mobile Documents|iCloud ?Drive|iCloud~[^\\/]+)([\\/]|$)/i, 'iCloud Drive'],
  [/[\\/](Google ?Drive|My Drive|GoogleDrive-[^\\/]+)([\\/]|$)/i, 'Google Drive'],
  [/(^|[\\/])(Nextcloud|ownCloud)([\\/]|$)/i, 'Nextcloud'],
];

/** The program that synchronises a folder, by its path; `null`: none that is known. */
export const syncProgramOf = (folder: string): string | null =>
  PROGRAMS.find(([pattern]) => pattern.test(folder))?.[1] ?? null;
