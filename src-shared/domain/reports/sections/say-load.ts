import type { ReportKit } from '../kit';

/** What nobody has said is not 0. */
export function sayLoad({ facts, write }: ReportKit): string {
  const { load, updates } = facts.summary.recommendation;
  if (updates && updates.noted.load === null) return 'updates a year not known';
  return `${write.counted(load, 'update')} a year`;
}
