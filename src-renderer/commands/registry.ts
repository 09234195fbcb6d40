import { useEffect, useRef, useSyncExternalStore } from 'react';

/** In the order in which they are offered, whichever part of the screen registered first. */
const GROUPS = [
  'Go to',
  'File',
  'Edit',
  'View',
  'Models',
  'Incidents',
  'Marked models',
  'Import',
  'Assessment',
  'Investment',
  'Reports',
  'Settings',
  'Help',
] as const;
export type CommandGroup = (typeof GROUPS)[number];

/** One thing a person can do, for the palette, the native menu, the keyboard and the sheet of shortcuts alike. */
export interface AppCommand {
  /** Also the id of the native menu's item: `file.open`. */
  readonly id: string;
  readonly label: string;
  /** What it is found by, where that is not its label: an undo is not found by the name of what it would turn back. */
  readonly words?: string;
  readonly group: CommandGroup;
  /** `mod+K`, `mod+shift+Z`, `g o` (one after the other), `/`. `mod` is Ctrl, or Cmd on a Mac. */
  readonly shortcut?: string;
  /** More shortcuts for the same, not shown. */
  readonly alsoShortcuts?: readonly string[];
  readonly run: () => void;
  /** Default: always. */
  readonly enabled?: () => boolean;
}

let commands: ReadonlyMap<string, AppCommand> = new Map();
const listeners = new Set<() => void>();

const change = (edit: (next: Map<string, AppCommand>) => void): void => {
  const next = new Map(commands);
  edit(next);
  commands = next;
  for (const listener of listeners) listener();
};

/** Adds commands (the newest of an id wins) and answers the way to take these very ones out again. */
export function registerCommands(list: readonly AppCommand[]): () => void {
  change((next) => {
    for (const command of list) next.set(command.id, command);
  });
  return () =>
    change((next) => {
      for (const command of list) if (next.get(command.id) === command) next.delete(command.id);
    });
}

export const allCommands = (): readonly AppCommand[] => [...commands.values()];

export const isEnabled = (command: AppCommand): boolean => command.enabled?.() ?? true;

/** Runs a command by id; false when there is none or it is not to be had now. */
export function runCommand(id: string): boolean {
  const command = commands.get(id);
  if (!command || !isEnabled(command)) return false;
  command.run();
  return true;
}

/** Registers commands while the component is shown; the latest closures are run, ids and labels decide about change. */
export function useCommands(list: readonly AppCommand[]): void {
  const latest = useRef(list);
  latest.current = list;
  const signature = list.map(({ id, label, shortcut }) => `${id}|${label}|${shortcut ?? ''}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the list, whose closures change with every render
  useEffect(() => {
    const find = (id: string): AppCommand | undefined => latest.current.find((command) => command.id === id);
    return registerCommands(
      latest.current.map((command) => ({
        ...command,
        run: () => find(command.id)?.run(),
        enabled: () => find(command.id)?.enabled?.() ?? true,
      })),
    );
  }, [signature]);
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The registered commands, kept up to date. */
export function useCommandList(): readonly AppCommand[] {
  const map = useSyncExternalStore(subscribe, () => commands);
  return [...map.values()].sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group));
}
