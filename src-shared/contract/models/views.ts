import { z } from 'zod';
import { VIEW_PAGES } from '#domain/base/view-pages';
import { Count, Empty, Id } from '../common';
import { command, query } from '../define';
import { ModelFilter } from './model-filter';
import { Sort } from './models';

const LONGEST_ADDRESS = 8000;
/** What the address of a page says, by its parameters: filters, sort, tab; days in it may move with the calendar. */
const Address = z
  .record(z.string().max(40), z.unknown())
  .refine((address) => JSON.stringify(address).length <= LONGEST_ADDRESS, 'this view is too long to be kept');

export const SavedView = z.object({
  id: Id,
  name: z.string(),
  /** Search, filter, sort and layout are those of the portfolio; every other page has its `address`. */
  page: z.enum(VIEW_PAGES),
  address: Address,
  search: z.string(),
  filter: ModelFilter,
  sort: z.array(Sort),
  /** Columns in their order; empty = the usual ones. */
  columns: z.array(z.string().max(60)).max(60),
  layout: z.enum(['grid', 'board']),
  /** Models or incidents that it shows today; `null`: a page that is no list of them. */
  count: Count.nullable(),
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
      page: z.enum(VIEW_PAGES).default('portfolio'),
      address: Address.default({}),
    }),
    SavedView,
  ),
  remove: command(z.object({ id: Id }), z.object({ removed: Count })),
};
