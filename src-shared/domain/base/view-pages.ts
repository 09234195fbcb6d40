/** The pages of which a view can be kept; what each shows lies in its address. */
export const VIEW_PAGES = [
  'portfolio',
  'incidents',
  'meeting',
  'monitoring',
  'week',
  'journal',
  'changes',
  'investmentCompare',
  'assessmentsCompare',
] as const;
export type ViewPage = (typeof VIEW_PAGES)[number];
