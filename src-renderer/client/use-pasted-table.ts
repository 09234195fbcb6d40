import { useEffect } from 'react';
import { notifyFailure } from '../components/ui/notify';
import { pastedTable } from '../lib/pasted-table';
import { useFileActions } from './use-file-actions';

/** What one call may carry; a longer table is a file. */
const MOST_CHARACTERS = 4_000_000;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]') !== null;

/** While a page with this is shown, a table that is pasted outside of a field is imported as a file is. */
export function usePastedTable(): void {
  const { takePasted } = useFileActions();
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (isTyping(event.target)) return;
      const data = event.clipboardData;
      const text = pastedTable(data?.getData('text/html') ?? '', data?.getData('text/plain') ?? '');
      if (text === null) return;
      event.preventDefault();
      if (text.length > MOST_CHARACTERS)
        notifyFailure('This table is too long to be pasted. Save it as a CSV or XLSX file and import that.');
      else void takePasted(text);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [takePasted]);
}
