import type { Input } from '#contract/index';
import { COLUMNS } from './columns';

type ExportColumn = Input<'exports.models'>['columns'][number];

/** The shown columns of the grid as the export names them. */
export const exportColumns = (visible: readonly string[]): ExportColumn[] =>
  visible.flatMap((id) => {
    const shown = COLUMNS.find((column) => column.id === id)?.id;
    // No column shows the references; they are there for the search.
    return shown === undefined || shown === 'references' ? [] : [shown];
  });
