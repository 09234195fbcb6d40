import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Output } from '#contract/index';
import { useChannel } from '../../client/use-query';
import { formatNumber } from '../../lib/format';

type View = Output<'views.list'>['views'][number];

/** What the address of the portfolio page says for a kept view. */
export const viewSearch = (view: View) => ({
  view: view.id,
  ...(view.search === '' ? {} : { q: view.search }),
  ...(Object.keys(view.filter).length === 0 ? {} : { filter: view.filter }),
  ...(view.sort.length === 0 ? {} : { sort: view.sort }),
  ...(view.layout === 'board' ? { layout: view.layout } : {}),
});

/** Views that were kept on the portfolio page, each with the models that it shows today. */
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
              to="/portfolio"
              search={viewSearch(view)}
              className="mf-rail-item"
              activeProps={{}}
              {...(current === view.id ? { 'data-current': true, 'aria-current': 'page' as const } : {})}
              title={view.name}
            >
              <span className="mf-cut">{view.name}</span>
              <span className="mf-rail-count">
                {formatNumber(view.count)}
                <span className="mf-hidden"> models</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
