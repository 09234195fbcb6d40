import type { FileKey } from './file-key';

/**
 * Keys of the portfolios that were unlocked here, by the head of their files. They are in the memory of this process and nowhere else: of
 * a process that reads besides (a thread, the engine after it was started again) each has its own.
 */
const known = new Map<string, FileKey>();

export const rememberKey = (key: FileKey): void => void known.set(key.head, key);
export const knownKey = (head: string): FileKey | null => known.get(head) ?? null;

/** What was closed is locked again. @param but heads of files that stay unlocked */
export function forgetKeys(but: readonly string[] = []): void {
  for (const head of [...known.keys()]) if (!but.includes(head)) known.delete(head);
}
