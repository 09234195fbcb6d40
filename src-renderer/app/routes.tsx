import { createRootRoute, createRoute, lazyRouteComponent, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EmptyState } from '../components/ui/states';
import { readChangesSearch } from '../lib/changes-search';
import { readDependenciesSearch } from '../lib/dependencies-search';
import { readGovernanceSearch } from '../lib/governance-search';
import { readIncidentSearch, readMeetingSearch } from '../lib/incident-search';
import { readJournalSearch } from '../lib/journal-search';
import { readMeasureSearch, readModelDriftSearch, readMonitoringSearch } from '../lib/monitoring-search';
import { readOptionsSearch } from '../lib/options-search';
import { readPortfolioSearch } from '../lib/portfolio-search';
import { readScenarioSearch } from '../lib/scenario-search';
import { readView, type ViewSearch } from '../lib/search-parts';
import { readWeekSearch } from '../lib/week-search';
import { Shell } from './layout/shell';

const readIds = (raw: Record<string, unknown>): { readonly ids?: string } & ViewSearch => ({
  ...(typeof raw.ids === 'string' ? { ids: raw.ids } : {}),
  ...readView(raw),
});

const root = createRootRoute({ notFoundComponent: NotFound });
root.update({ component: Shell });

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  /** A past day to look back to (YYYY-MM-DD); of what needs attention only what is followed. */
  validateSearch: (raw: Record<string, unknown>): { at?: string; followed?: true } => ({
    ...(typeof raw.at === 'string' ? { at: raw.at } : {}),
    ...(raw.followed === true ? { followed: true as const } : {}),
  }),
});
const changes = createRoute({ getParentRoute: () => root, path: '/changes', validateSearch: readChangesSearch });
const week = createRoute({ getParentRoute: () => root, path: '/week', validateSearch: readWeekSearch });
const portfolio = createRoute({
  getParentRoute: () => root,
  path: '/portfolio',
  validateSearch: readPortfolioSearch,
});
const carry = createRoute({ getParentRoute: () => root, path: '/carry' });
const governance = createRoute({
  getParentRoute: () => root,
  path: '/governance',
  validateSearch: readGovernanceSearch,
});
const dependencies = createRoute({
  getParentRoute: () => root,
  path: '/dependencies',
  validateSearch: readDependenciesSearch,
});
const governanceFindings = createRoute({ getParentRoute: () => root, path: '/governance/findings' });
const governancePacks = createRoute({ getParentRoute: () => root, path: '/governance/packs' });
const governancePack = createRoute({ getParentRoute: () => root, path: '/governance/packs/$pack' });
const governanceReviews = createRoute({ getParentRoute: () => root, path: '/governance/reviews' });
const quality = createRoute({ getParentRoute: () => root, path: '/quality' });
const model = createRoute({ getParentRoute: () => root, path: '/models/$modelId' });
const incidents = createRoute({ getParentRoute: () => root, path: '/incidents', validateSearch: readIncidentSearch });
const meeting = createRoute({
  getParentRoute: () => root,
  path: '/incidents/meeting',
  validateSearch: readMeetingSearch,
});
const incident = createRoute({ getParentRoute: () => root, path: '/incidents/$incidentId' });
const imports = createRoute({
  getParentRoute: () => root,
  path: '/import',
  /** A file that was chosen elsewhere (welcome screen, drop): its token and its name. */
  validateSearch: (raw: Record<string, unknown>): { file?: string; name?: string } =>
    typeof raw.file === 'string' ? { file: raw.file, name: String(raw.name ?? '') } : {},
});
const connections = createRoute({ getParentRoute: () => root, path: '/import/connections' });
const settings = createRoute({ getParentRoute: () => root, path: '/settings' });
const journal = createRoute({ getParentRoute: () => root, path: '/journal', validateSearch: readJournalSearch });
const assessments = createRoute({ getParentRoute: () => root, path: '/assessments' });
const assessmentStart = createRoute({ getParentRoute: () => root, path: '/assessments/start' });
const assessmentCompare = createRoute({
  getParentRoute: () => root,
  path: '/assessments/compare',
  /** Ids of the assessments, separated by commas. */
  validateSearch: readIds,
});
const wizard = createRoute({
  getParentRoute: () => root,
  path: '/assessments/$assessmentId',
  /** The question that is shown. */
  validateSearch: (raw: Record<string, unknown>): { q?: string } => (typeof raw.q === 'string' ? { q: raw.q } : {}),
});
const assessmentResult = createRoute({ getParentRoute: () => root, path: '/assessments/$assessmentId/result' });
const vendors = createRoute({ getParentRoute: () => root, path: '/assessments/vendors' });
const investment = createRoute({ getParentRoute: () => root, path: '/investment' });
const scenarioCompare = createRoute({
  getParentRoute: () => root,
  path: '/investment/compare',
  /** Ids of the scenarios, separated by commas. */
  validateSearch: readIds,
});
const scenario = createRoute({
  getParentRoute: () => root,
  path: '/investment/$scenarioId',
  validateSearch: readScenarioSearch,
});
const scenarioOptions = createRoute({
  getParentRoute: () => root,
  path: '/investment/$scenarioId/options',
  validateSearch: readOptionsSearch,
});
const monitoring = createRoute({
  getParentRoute: () => root,
  path: '/monitoring',
  validateSearch: readMonitoringSearch,
});
const modelDrift = createRoute({
  getParentRoute: () => root,
  path: '/monitoring/$modelId',
  validateSearch: readModelDriftSearch,
});
const measure = createRoute({
  getParentRoute: () => root,
  path: '/monitoring/measure',
  validateSearch: readMeasureSearch,
});
const reports = createRoute({ getParentRoute: () => root, path: '/reports' });
const share = createRoute({ getParentRoute: () => root, path: '/share' });
const sharing = createRoute({ getParentRoute: () => root, path: '/settings/sharing' });
const welcome = createRoute({ getParentRoute: () => root, path: '/welcome' });

// Components are set apart from the definitions: pages read the types of their route, which must not depend on them.
overview.update({ component: lazyRouteComponent(() => import('../features/overview/overview-page'), 'OverviewPage') });
changes.update({
  component: lazyRouteComponent(() => import('../features/overview/changes/changes-page'), 'ChangesPage'),
});
week.update({ component: lazyRouteComponent(() => import('../features/overview/week/week-page'), 'WeekPage') });
portfolio.update({
  component: lazyRouteComponent(() => import('../features/models/list/portfolio-page'), 'PortfolioPage'),
});
carry.update({
  component: lazyRouteComponent(() => import('../features/scenarios/carry/carry-page'), 'CarryPage'),
});
governance.update({
  component: lazyRouteComponent(() => import('../features/governance/governance-page'), 'GovernancePage'),
});
dependencies.update({
  component: lazyRouteComponent(() => import('../features/dependencies/dependencies-page'), 'DependenciesPage'),
});
governanceFindings.update({
  component: lazyRouteComponent(() => import('../features/governance/findings/findings-page'), 'FindingsPage'),
});
governanceReviews.update({
  component: lazyRouteComponent(() => import('../features/governance/reviews/reviews-page'), 'ReviewsPage'),
});
governancePacks.update({
  component: lazyRouteComponent(() => import('../features/governance/packs/packs-page'), 'PacksPage'),
});
governancePack.update({
  component: lazyRouteComponent(() => import('../features/governance/packs/pack-page'), 'PackPage'),
});
quality.update({
  component: lazyRouteComponent(() => import('../features/models/quality/quality-page'), 'QualityPage'),
});
model.update({ component: lazyRouteComponent(() => import('../features/models/page/model-page'), 'ModelPage') });
incidents.update({
  component: lazyRouteComponent(() => import('../features/incidents/register-page'), 'RegisterPage'),
});
meeting.update({
  component: lazyRouteComponent(() => import('../features/incidents/meeting/meeting-page'), 'MeetingPage'),
});
incident.update({
  component: lazyRouteComponent(() => import('../features/incidents/incident-page'), 'IncidentPage'),
});
imports.update({ component: lazyRouteComponent(() => import('../features/imports/import-page'), 'ImportPage') });
connections.update({
  component: lazyRouteComponent(() => import('../features/imports/connections/connections-page'), 'ConnectionsPage'),
});
settings.update({ component: lazyRouteComponent(() => import('../features/settings/settings-page'), 'SettingsPage') });
journal.update({ component: lazyRouteComponent(() => import('../features/journal/journal-page'), 'JournalPage') });
assessments.update({
  component: lazyRouteComponent(() => import('../features/assessments/wizard/assessments-page'), 'AssessmentsPage'),
});
assessmentStart.update({
  component: lazyRouteComponent(() => import('../features/assessments/wizard/start-page'), 'StartPage'),
});
wizard.update({
  component: lazyRouteComponent(() => import('../features/assessments/wizard/wizard-page'), 'WizardPage'),
});
assessmentResult.update({
  component: lazyRouteComponent(() => import('../features/assessments/result/result-page'), 'ResultPage'),
});
assessmentCompare.update({
  component: lazyRouteComponent(() => import('../features/assessments/result/compare/compare-page'), 'ComparePage'),
});
vendors.update({
  component: lazyRouteComponent(() => import('../features/assessments/vendors/vendors-page'), 'VendorsPage'),
});
investment.update({
  component: lazyRouteComponent(() => import('../features/scenarios/list/scenarios-page'), 'ScenariosPage'),
});
scenarioCompare.update({
  component: lazyRouteComponent(() => import('../features/scenarios/compare/compare-page'), 'ComparePage'),
});
scenario.update({
  component: lazyRouteComponent(() => import('../features/scenarios/page/scenario-page'), 'ScenarioPage'),
});
scenarioOptions.update({
  component: lazyRouteComponent(() => import('../features/scenarios/options/options-page'), 'OptionsPage'),
});
monitoring.update({
  component: lazyRouteComponent(() => import('../features/drift/monitoring/monitoring-page'), 'MonitoringPage'),
});
modelDrift.update({
  component: lazyRouteComponent(() => import('../features/drift/monitoring/model-drift-page'), 'ModelDriftPage'),
});
measure.update({
  component: lazyRouteComponent(() => import('../features/drift/measure/measure-page'), 'MeasurePage'),
});
reports.update({ component: lazyRouteComponent(() => import('../features/reports/reports-page'), 'ReportsPage') });
welcome.update({ component: lazyRouteComponent(() => import('../features/welcome/welcome-page'), 'WelcomePage') });

share.update({ component: lazyRouteComponent(() => import('../features/sharing/way-in-page'), 'WayInPage') });
sharing.update({ component: lazyRouteComponent(() => import('../features/sharing/sharing-page'), 'SharingPage') });

export const routeTree = root.addChildren([
  overview,
  week,
  changes,
  portfolio,
  governance,
  dependencies,
  governanceFindings,
  governanceReviews,
  governancePacks,
  governancePack,
  quality,
  carry,
  model,
  incidents,
  meeting,
  incident,
  imports,
  connections,
  settings,
  journal,
  assessments,
  assessmentStart,
  assessmentCompare,
  wizard,
  assessmentResult,
  vendors,
  investment,
  scenarioCompare,
  scenario,
  scenarioOptions,
  monitoring,
  modelDrift,
  measure,
  reports,
  share,
  sharing,
  welcome,
]);

function NotFound(): ReactNode {
  const navigate = useNavigate();
  return (
    <EmptyState
      title="There is no such page"
      action={{ label: 'Go to the overview', run: () => void navigate({ to: '/' }) }}
    >
      The address does not lead anywhere in Modelfolio. It may come from an older version.
    </EmptyState>
  );
}
