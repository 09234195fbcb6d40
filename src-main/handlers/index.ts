import type { Handlers } from '#contract/define';
import type { Contract } from '#contract/index';
import type { CommandContext, QueryContext } from '../context';
import { assessments } from './assessments';
import { backups } from './backups';
import { drift } from './drift';
import { exports } from './exports';
import { history } from './history';
import { imports } from './imports';
import { importDrift } from './imports/import-drift';
import { incidents } from './incidents';
import { investment } from './investment';
import { jobs } from './jobs';
import { journal } from './journal';
import { maturity } from './maturity';
import { models } from './models';
import { overview } from './overview';
import { portfolio } from './portfolio';
import { reports } from './reports';
import { scenarios } from './scenarios';
import { settings } from './settings';
import { vendors } from './vendors';
import { views } from './views';
import { workspace } from './workspace';

export type AllHandlers = Handlers<Contract, QueryContext, CommandContext>;

/** Every subject's handlers: one line a subject; a missing one does not compile. */
export const handlers: AllHandlers = {
  workspace,
  portfolio,
  backups,
  overview,
  models,
  imports,
  exports,
  drift: { ...drift, import: importDrift },
  maturity,
  assessments,
  vendors,
  investment,
  incidents,
  scenarios,
  reports,
  views,
  settings,
  journal,
  history,
  jobs,
};
