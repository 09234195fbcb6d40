import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import './notify.css';

export interface Note {
  /** A note with the same id takes the place of the older one. */
  readonly id?: string;
  readonly message: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** The shown notification of each note's id. */
const shown = new Map<string, string>();

const show = (note: Note, tone: 'done' | 'failed'): void => {
  const older = note.id === undefined ? undefined : shown.get(note.id);
  if (older !== undefined) notifications.hide(older);
  const id = notifications.show({
    message: (
      <span className="mf-note">
        <span className="mf-note-text">{note.message}</span>
        {note.action ? (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              notifications.hide(id);
              note.action?.run();
            }}
          >
            {note.action.label}
          </Button>
        ) : null}
      </span>
    ),
    className: tone === 'failed' ? 'mf-note-failed' : 'mf-note-done',
    autoClose: tone === 'failed' ? 12_000 : 7_000,
    withBorder: true,
    role: tone === 'failed' ? 'alert' : 'status',
    closeButtonProps: { 'aria-label': 'Close this message' },
  });
  if (note.id !== undefined) shown.set(note.id, id);
};

/** Says in one sentence what was done, with the way back where there is one. */
export function notify(note: Note): void {
  show(note, 'done');
}

/** Says in one sentence what did not work and what to do. */
export function notifyFailure(message: string): void {
  show({ message }, 'failed');
}
