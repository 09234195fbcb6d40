import type { Channel } from '#contract/index';

/**
 * What is answered in a thread of its own, beside the one that takes edits: it reads much, or for long. Answers that are
 * quick stay with the engine, where nothing has to be handed over.
 */
const ASIDE: ReadonlySet<string> = new Set<Channel>([
  'overview.summary',
  'overview.figures',
  'overview.monday',
  'overview.changes',
  'models.grid',
  'models.columns',
  'models.facets',
  'models.completeness',
  'drift.health',
  'drift.heatmap',
  'drift.retraining',
  // All that rest on the register as a whole, which is kept in memory once.
  'incidents.list',
  'incidents.ids',
  'incidents.counts',
  'incidents.facets',
  'incidents.metrics',
  'incidents.ageing',
  'incidents.pareto',
  'incidents.flow',
  'incidents.calendar',
  'incidents.announced',
  'incidents.timeline',
  'exports.models',
  'exports.incidents',
  'exports.findings',
  'exports.mlBom',
  'exports.spdx',
  'exports.modelCard',
  'exports.figures',
  'exports.mlflowTags',
  'reports.deck',
  'reports.pdf',
  'reports.brief',
  'reports.html',
  'reports.workbook',
  'governance.certificate',
  'governance.template',
  'governance.worklistFile',
  'governance.completeness',
  'findings.register',
  'reviews.calendar',
  'governance.map',
  'governance.worklist',
  'journal.verify',
  'journal.export',
  'journal.certificate',
  'journal.facets',
  'scenarios.carry',
]);

export const isReadAside = (channel: string): boolean => ASIDE.has(channel);
