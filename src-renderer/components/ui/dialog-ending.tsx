import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import './dialog-ending.css';

interface DialogEndingProps {
  /** Why it could not be done; '' = nothing stands against it. */
  readonly failure: string;
  readonly pending: boolean;
  /** What the form does when it is sent. */
  readonly label: string;
  readonly onClose: () => void;
}

/** The foot of a form in a dialog: what stands against it, and the two ways out. */
export function DialogEnding({ failure, pending, label, onClose }: DialogEndingProps): ReactNode {
  return (
    <>
      {failure !== '' && (
        <p className="mf-dialog-failure" role="alert">
          {failure}
        </p>
      )}
      <div className="mf-dialog-buttons">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={pending}>
          {label}
        </Button>
      </div>
    </>
  );
}
