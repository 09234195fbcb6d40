import { z } from 'zod';
import { Count, Empty, Id } from '../common';
import { command, query } from '../define';
import { ModelFilter, Sort } from './models';

export const SavedView = z.object({
  id: Id,
  name: z.string(),
  search: z.string(),
  filter: ModelFilter,
  sort: z.array(Sort),
  /** Columns in their order; empty = the usual ones. */
  columns: z.array(z.string().max(60)).max(60),
  layout: z.enum(['grid', 'board']),
  /** Models that it shows today. */
  count: Count,
});
export type SavedView = z.output<typeof SavedView>;

export const views = {
  list: query(Empty, z.object({ views: z.array(SavedView) })),
  /** With an id the view is changed, else a new one is kept. */
  save: command(
    z.object({
      id: Id.optional(),
      name: z.string().trim().min(1).max(80),
      search: z.string().max(500).default(''),
      filter: ModelFilter.default({}),
      sort: z.array(Sort).max(8).default([]),
      columns: z.array(z.string().max(60)).max(60).default([]),
      layout: z.enum(['grid', 'board']).default('grid'),
    }),
    SavedView,
  ),
  remove: command(z.object({ id: Id }), z.object({ removed: Count })),
};
