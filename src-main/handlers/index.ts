import type { Handlers } from '#contract/define';
import type { Contract } from '#contract/index';
import { assessments } from './assessments/assessments';
import { vendors } from './assessments/vendors';
import { challengers } from './challengers/challengers';
import type { CommandContext, QueryContext } from './context';
import { drift } from './drift/drift';
import { dependencies } from './governance/dependencies';
import { evidence } from './governance/evidence';
import { findings } from './governance/findings';
import { governance } from './governance/governance';
import { packs } from './governance/own-packs';
import { reviews } from './governance/reviews';
import { connections } from './imports/connections/connections';
import { importDrift } from './imports/drift/import-drift';
import { imports } from './imports/imports';
import { incidents } from './incidents/incidents';
import { jobs } from './jobs/jobs';
import { history } from './journal/history';
import { journal } from './journal/journal';
import { maturity } from './level/level';
import { models } from './models/models';
import { views } from './models/views';
import { nudges } from './overview/nudges';
import { overview } from './overview/overview';
import { backups } from './portfolio/backups';
import { encryption } from './portfolio/encryption';
import { portfolio } from './portfolio/portfolio';
import { recovery } from './portfolio/recovery';
import { settings } from './portfolio/settings';
import { share } from './portfolio/share';
import { workspace } from './portfolio/workspace';
import { exports } from './reports/exports';
import { assistant } from './reports/interchange/assistant';
import { reports } from './reports/reports';
import { investment } from './scenarios/investment';
import { scenarios } from './scenarios/scenarios';
import { search } from './search/search';

export type AllHandlers = Handlers<Contract, QueryContext, CommandContext>;

/** Every subject's handlers: one line a subject; a missing one does not compile. */
export const handlers: AllHandlers = {
  workspace,
  portfolio,
  backups,
  encryption,
  share,
  recovery,
  overview,
  nudges,
  models,
  challengers,
  imports,
  connections,
  exports,
  assistant,
  drift: { ...drift, import: importDrift },
  maturity,
  assessments,
  vendors,
  investment,
  incidents,
  scenarios,
  governance,
  packs,
  evidence,
  findings,
  reviews,
  dependencies,
  reports,
  views,
  search,
  settings,
  journal,
  history,
  jobs,
};
