import type { ReactNode } from 'react';
import type { Preview } from '#contract/imports/imports';
import { formatNumber } from '../../lib/format';
import { ProblemList } from './problem-list';

type Told = Pick<Preview, 'problems' | 'problemsTotal' | 'problemsByCode' | 'parts'>;

/** What could not be read as it stands, as one of the tabs of a preview. */
export const problemsTab = (preview: Told): { key: 'problems'; label: string; panel: ReactNode } => ({
  key: 'problems',
  label: `Problems (${formatNumber(preview.problemsTotal)})`,
  panel: (
    <ProblemList
      problems={preview.problems}
      total={preview.problemsTotal}
      groups={preview.problemsByCode}
      parts={preview.parts}
    />
  ),
});
