import { type ReactNode, useEffect, useState } from 'react';
import { useFileActions } from '../../client/use-file-actions';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Files may be dropped anywhere: a portfolio is opened, a table is imported. */
export function DropTarget(): ReactNode {
  const { takeDropped } = useFileActions();
  const [over, setOver] = useState(false);

  useEffect(() => {
    const onOver = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) void takeDropped(file);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [takeDropped]);

  if (!over) return null;
  return (
    <div className="mf-drop" aria-hidden="true">
      <div className="mf-drop-words">
        <p className="mf-drop-title">Drop the file</p>
        <p className="mf-muted">
          A portfolio is opened. A table (spreadsheet, CSV, JSON) is shown before anything is imported.
        </p>
      </div>
    </div>
  );
}
