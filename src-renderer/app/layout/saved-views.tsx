import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Output } from '#contract/index';
import { useChannel } from '../../client/use-query';
import { formatNumber } from '../../lib/format';
import { VIEW_PATHS, viewNoun } from '../../lib/view-link';

type View = Output<'views.list'>['views'][number];

/** What the address of its page says for a kept view. */
export function viewSearch(view: View): Readonly<Record<string, unknown>> {
  return view.page === 'portfolio' ? portfolioSearch(view) : { ...view.address, view: view.id };
}

const portfolioSearch = (view: View) => ({
  view: view.id,
  ...(view.search === '' ? {} : { q: view.search }),
  ...(Object.keys(view.filter).length === 0 ? {} : { filter: view.filter }),
  ...(view.sort.length === 0 ? {} : { sort: view.sort }),
  ...(view.layout === 'board' ? { layout: view.layout } : {}),
});

/** Views that were kept, each with the models or incidents that it shows today. */
export function SavedViews(): ReactNode {
  const { data } = useChannel('views.list', {});
  const search = useSearch({ strict: false });
  const current = 'view' in search ? search.view : undefined;
  if (!data || data.views.length === 0) return null;
  return (
    <nav className="mf-rail-views" aria-labelledby="mf-saved-views">
      <h2 className="mf-rail-title" id="mf-saved-views">
        Saved views
      </h2>
      <ul className="mf-rail-list">
        {data.views.map((view) => (
          <li key={view.id}>
            <Link
              to={VIEW_PATHS[view.page]}
              // Each page reads its own address and leaves out what does not fit.
              search={() => viewSearch(view) as never}
              className="mf-rail-item"
              activeProps={{}}
              {...(current === view.id ? { 'data-current': true, 'aria-current': 'page' as const } : {})}
              title={view.name}
            >
              <span className="mf-cut">{view.name}</span>
              {view.count !== null && (
                <span className="mf-rail-count">
                  {formatNumber(view.count)}
                  <span className="mf-hidden"> {viewNoun(view.page, view.count)}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
