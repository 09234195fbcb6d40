import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ImportFlow } from './import-flow';
import { ImportLedger } from './import-ledger';

/** With a file: its mapping and preview. Without one: what was imported so far, and the way to import more. */
export function ImportPage(): ReactNode {
  const { file, name } = useSearch({ from: '/import' });
  if (file === undefined) return <ImportLedger />;
  return <ImportFlow key={file} file={file} fileName={name ?? ''} />;
}
