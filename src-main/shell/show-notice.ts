import { Notification } from 'electron';
import type { Notice } from './notice';

/** Notices that are shown: without being held, one would be collected before it is clicked. */
const shown = new Set<Notification>();
const MOST_SHOWN = 20;

/** False: this system shows none. */
export function showNotice({ title, body, address }: Notice, opened: (address: string) => void): boolean {
  if (!Notification.isSupported()) return false;
  const notice = new Notification({ title, body });
  const forget = (): void => void shown.delete(notice);
  notice.on('click', () => {
    forget();
    opened(address);
  });
  notice.on('close', forget);
  notice.on('failed', forget);
  for (const old of [...shown].slice(0, Math.max(0, shown.size - MOST_SHOWN + 1))) shown.delete(old);
  shown.add(notice);
  notice.show();
  return true;
}
