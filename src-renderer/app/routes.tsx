import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readPortfolioSearch } from '../lib/portfolio-search';
import { NotFound } from './layout/not-found';
import { Shell } from './layout/shell';

const root = createRootRoute({ notFoundComponent: NotFound });
root.update({ component: Shell });

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  /** A past day to look back to (YYYY-MM-DD). */
  validateSearch: (raw: Record<string, unknown>): { at?: string } => (typeof raw.at === 'string' ? { at: raw.at } : {}),
});
const portfolio = createRoute({
  getParentRoute: () => root,
  path: '/portfolio',
  validateSearch: readPortfolioSearch,
});
const model = createRoute({ getParentRoute: () => root, path: '/models/$modelId' });
const imports = createRoute({
  getParentRoute: () => root,
  path: '/import',
  /** A file that was chosen elsewhere (welcome screen, drop): its token and its name. */
  validateSearch: (raw: Record<string, unknown>): { file?: string; name?: string } =>
    typeof raw.file === 'string' ? { file: raw.file, name: String(raw.name ?? '') } : {},
});
const settings = createRoute({ getParentRoute: () => root, path: '/settings' });
const journal = createRoute({ getParentRoute: () => root, path: '/journal' });
const welcome = createRoute({ getParentRoute: () => root, path: '/welcome' });

// Components are set apart from the definitions: pages read the types of their route, which must not depend on them.
overview.update({ component: lazyRouteComponent(() => import('../features/overview/overview-page'), 'OverviewPage') });
portfolio.update({
  component: lazyRouteComponent(() => import('../features/portfolio/portfolio-page'), 'PortfolioPage'),
});
model.update({ component: lazyRouteComponent(() => import('../features/model/model-page'), 'ModelPage') });
imports.update({ component: lazyRouteComponent(() => import('../features/imports/import-page'), 'ImportPage') });
settings.update({ component: lazyRouteComponent(() => import('../features/settings/settings-page'), 'SettingsPage') });
journal.update({ component: lazyRouteComponent(() => import('../features/journal/journal-page'), 'JournalPage') });
welcome.update({ component: lazyRouteComponent(() => import('../features/welcome/welcome-page'), 'WelcomePage') });

export const routeTree = root.addChildren([overview, portfolio, model, imports, settings, journal, welcome]);
