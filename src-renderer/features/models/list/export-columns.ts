import type { Input } from '#contract/index';
import { EXPORTED_NAMES } from '#domain/models/model-fields';

type ExportColumn = Input<'exports.models'>['columns'][number];

/** The shown columns of the grid as the export names them. */
export const exportColumns = (visible: readonly string[]): ExportColumn[] =>
  visible.flatMap((id) => EXPORTED_NAMES.filter((name) => name === id));
