import { Button } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import type { ChosenFile } from '../../../src-preload/bridge';
import { refusalOf } from '../../client/call';
import { host } from '../../client/host';
import { notifyFailure } from '../../components/ui/notify';

interface FileFieldProps {
  readonly label: string;
  readonly file: ChosenFile | null;
  /** What stands there while none is chosen. */
  readonly none: string;
  readonly onChoose: (file: ChosenFile | null) => void;
}

/** A certificate or key that is chosen, by its name. */
export function FileField({ label, file, none, onChoose }: FileFieldProps): ReactNode {
  const id = useId();
  const choose = async (): Promise<void> => {
    try {
      const chosen = await host.pickFile('certificate');
      if (chosen) onChoose(chosen);
    } catch (error) {
      notifyFailure(refusalOf(error) ?? '');
    }
  };
  return (
    <div className="mf-login-row">
      <span id={id}>{label}</span>
      <span className="mf-login-file">
        <span className={file ? 'mf-cut' : 'mf-cut mf-muted'}>{file?.name ?? none}</span>
        <Button size="compact-sm" variant="subtle" aria-describedby={id} onClick={() => void choose()}>
          Choose…
        </Button>
        {file && (
          <Button size="compact-sm" variant="subtle" aria-describedby={id} onClick={() => onChoose(null)}>
            None
          </Button>
        )}
      </span>
    </div>
  );
}
