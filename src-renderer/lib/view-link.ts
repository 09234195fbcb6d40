import type { ViewPage } from '#domain/base/view-pages';

/** Where a page with kept views lies. */
export const VIEW_PATHS = {
  portfolio: '/portfolio',
  incidents: '/incidents',
  meeting: '/incidents/meeting',
  monitoring: '/monitoring',
  week: '/week',
  journal: '/journal',
  changes: '/changes',
  investmentCompare: '/investment/compare',
  assessmentsCompare: '/assessments/compare',
} as const satisfies Record<ViewPage, string>;

/** What a count of a view counts, where it has one. */
export const viewNoun = (page: ViewPage, count: number): string =>
  `${page === 'incidents' ? 'incident' : 'model'}${count === 1 ? '' : 's'}`;
