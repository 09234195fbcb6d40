/** Cmd and its sign on a Mac, Ctrl elsewhere. */
export const IS_MAC = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform);

const NAMES: Readonly<Record<string, string>> = { shift: 'Shift', alt: 'Alt', escape: 'Esc', enter: 'Enter' };
const MAC_NAMES: Readonly<Record<string, string>> = { mod: '⌘', shift: '⇧', alt: '⌥', escape: 'Esc', enter: '↵' };

/** `mod+shift+Z` → `Ctrl Shift Z` or `⌘⇧Z`; keys that follow each other: `g o` → `G then O`. */
export function shortcutText(shortcut: string, mac = IS_MAC): string {
  const names = mac ? MAC_NAMES : { ...NAMES, mod: 'Ctrl' };
  const chord = (text: string): string =>
    text
      .split('+')
      .map((part) => names[part.toLowerCase()] ?? part.toUpperCase())
      .join(mac ? '' : ' ');
  return shortcut.split(' ').map(chord).join(' then ');
}

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** The chord of a key press in the words of the registry: `mod+shift+z`, `?`, `g`. */
export function chordOf(press: KeyPress, mac = IS_MAC): string {
  const parts: string[] = [];
  const letter = /^[a-z0-9]$/i.test(press.key);
  if (mac ? press.metaKey : press.ctrlKey) parts.push('mod');
  // A sign such as ? or / already tells of its shift key.
  if (press.shiftKey && (letter || press.key.length > 1)) parts.push('shift');
  if (press.altKey) parts.push('alt');
  parts.push(press.key.toLowerCase());
  return parts.join('+');
}
