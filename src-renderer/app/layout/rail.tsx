import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useChannel } from '../../client/use-query';
import { formatNumber } from '../../lib/format';
import { SavedViews } from './saved-views';
import './rail.css';

const ITEMS = [
  { to: '/', label: 'Overview' },
  { to: '/portfolio', label: 'Portfolio' },
  { to: '/incidents', label: 'Incidents' },
  { to: '/assessments', label: 'Assessment' },
  { to: '/investment', label: 'Investment' },
  { to: '/import', label: 'Imports' },
  { to: '/journal', label: 'Journal' },
  { to: '/settings', label: 'Settings' },
] as const;

/** The pages that there are, with counts, and the saved views. */
export function Rail(): ReactNode {
  const { data: info } = useChannel('portfolio.info', {});
  const { data: incidents } = useChannel('incidents.facets', {});
  // A model is reached from many places; it lies in the portfolio.
  const inModel = useLocation({ select: ({ pathname }) => pathname.startsWith('/models/') });
  return (
    <div className="mf-rail">
      <nav aria-label="Pages">
        <ul className="mf-rail-list">
          {ITEMS.map(({ to, label }) => (
            <li key={to}>
              <Link
                to={to}
                className="mf-rail-item"
                {...(to === '/portfolio' && inModel ? { 'data-current': true } : {})}
                activeOptions={{
                  // A page under an item (one assessment, its result) belongs to the item.
                  exact: to === '/' || to === '/portfolio',
                  includeSearch: to === '/portfolio',
                  explicitUndefined: true,
                }}
              >
                <span className="mf-cut">{label}</span>
                {to === '/portfolio' && info ? (
                  <span className="mf-rail-count">
                    {formatNumber(info.models)}
                    <span className="mf-hidden"> models</span>
                  </span>
                ) : null}
                {to === '/incidents' && incidents && incidents.total > 0 ? (
                  <span className="mf-rail-count">
                    {formatNumber(incidents.open)}
                    <span className="mf-hidden"> open</span>
                  </span>
                ) : null}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <SavedViews />
    </div>
  );
}
