import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Output } from '#contract/index';
import { useChannel } from '../../client/use-query';
import { formatNumber } from '../../lib/format';
import { RailMore } from './rail-more';
import { SavedViews } from './saved-views';
import { useBar } from './use-bar';
import './rail.css';

const ITEMS = [
  { to: '/', label: 'Overview' },
  { to: '/week', label: 'This week' },
  { to: '/portfolio', label: 'Portfolio' },
  { to: '/monitoring', label: 'Monitoring' },
  { to: '/incidents', label: 'Incidents' },
  { to: '/assessments', label: 'Assessment' },
  { to: '/investment', label: 'Investment' },
  { to: '/governance', label: 'Governance' },
  { to: '/reports', label: 'Reports' },
  { to: '/quality', label: 'Data quality' },
  { to: '/carry', label: 'Cost to carry' },
  { to: '/import', label: 'Imports' },
  { to: '/journal', label: 'Journal' },
  { to: '/settings', label: 'Settings' },
] as const;

interface CountProps {
  readonly to: string;
  readonly info: Output<'portfolio.info'> | undefined;
  readonly incidents: Output<'incidents.facets'> | undefined;
  readonly week: Output<'overview.monday'> | undefined;
}

/** What each page counts; nothing where there is nothing to count. */
function Count({ to, info, incidents, week }: CountProps): ReactNode {
  if (to === '/week' && week && week.fresh > 0) return <RailCount count={week.fresh} of="new" />;
  if (to === '/portfolio' && info) return <RailCount count={info.models} of="models" />;
  if (to === '/monitoring' && info && info.inAct > 0)
    return <RailCount count={info.inAct} of={info.inAct === 1 ? 'model at act' : 'models at act'} />;
  if (to === '/incidents' && incidents && incidents.total > 0) return <RailCount count={incidents.open} of="open" />;
  return null;
}

function RailCount({ count, of }: { readonly count: number; readonly of: string }): ReactNode {
  return (
    <span className="mf-rail-count">
      {formatNumber(count)}
      <span className="mf-hidden"> {of}</span>
    </span>
  );
}

/** The pages that there are, with counts, and the saved views; a bar with "More" where the window is narrow. */
export function Rail(): ReactNode {
  const { data: info } = useChannel('portfolio.info', {});
  const { data: incidents } = useChannel('incidents.facets', {});
  // As Overview and This week asked it last: worked out anew with every edit, it would be the dearest thing on the page.
  const { data: week } = useChannel('overview.monday', {}, { enabled: false });
  // A model is reached from many places; it lies in the portfolio.
  const inModel = useLocation({ select: ({ pathname }) => pathname.startsWith('/models/') });
  const { list, bar, over } = useBar(ITEMS.length);
  return (
    <div className="mf-rail">
      <nav aria-label="Pages" className="mf-rail-pages">
        <ul className="mf-rail-list" ref={list}>
          {ITEMS.map(({ to, label }, index) => (
            <li key={to} {...(over.has(index) ? { 'data-over': true } : {})}>
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
                <Count to={to} info={info} incidents={incidents} week={week} />
              </Link>
            </li>
          ))}
        </ul>
        {bar && <RailMore items={ITEMS.filter((_, index) => over.has(index))} />}
      </nav>
      {!bar && <SavedViews />}
    </div>
  );
}
