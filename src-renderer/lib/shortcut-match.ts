export interface Keyed {
  readonly shortcut?: string;
  readonly alsoShortcuts?: readonly string[];
}

export interface KeyContext {
  /** The first key of a sequence such as `g o` that was pressed a moment ago; '' when none was. */
  readonly pending: string;
  /** A text field has the focus: single keys and undo are its own. */
  readonly inField: boolean;
  /** A dialog is open: only it is spoken to. */
  readonly inDialog: boolean;
  readonly singleKeys: boolean;
}

export type Match<T> =
  | { readonly kind: 'run'; readonly command: T }
  | { readonly kind: 'wait'; readonly pending: string }
  | { readonly kind: 'none' };

const TEXT_EDITING = new Set(['mod+z', 'mod+shift+z', 'mod+y']);

const keysOf = (command: Keyed): readonly string[] =>
  [command.shortcut ?? '', ...(command.alsoShortcuts ?? [])]
    .filter((text) => text !== '')
    .map((text) => text.toLowerCase());

/** Which command a key press means: one to run, the beginning of a sequence, or none. */
export function matchShortcut<T extends Keyed>(commands: readonly T[], chord: string, context: KeyContext): Match<T> {
  if (context.inDialog) return { kind: 'none' };
  const single = !chord.includes('mod+');
  if (single && (context.inField || !context.singleKeys)) return { kind: 'none' };
  if (context.inField && TEXT_EDITING.has(chord)) return { kind: 'none' };
  const sequence = context.pending === '' ? chord : `${context.pending} ${chord}`;
  const command = commands.find((each) => keysOf(each).includes(sequence));
  if (command) return { kind: 'run', command };
  const begins = commands.some((each) => keysOf(each).some((keys) => keys.startsWith(`${chord} `)));
  return begins ? { kind: 'wait', pending: chord } : { kind: 'none' };
}
