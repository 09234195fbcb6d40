import { assessments, vendors } from './assessments';
import type { Contract as AnyContract, Channel as ChannelOf, EndpointOf, InputOf, OutputOf } from './define';
import { drift } from './drift/results';
import { dependencies } from './governance/dependencies';
import { evidence, findings } from './governance/evidence';
import { governance } from './governance/governance';
import { packs } from './governance/packs';
import { reviews } from './governance/reviews';
import { connections } from './imports/connections';
import { imports } from './imports/imports';
import { incidents } from './incidents/incidents';
import { jobs } from './jobs';
import { history, journal } from './journal';
import { maturity } from './level';
import { challengers } from './models/challengers';
import { models } from './models/models';
import { views } from './models/views';
import { nudges } from './nudges';
import { overview } from './overview';
import { backups } from './portfolio/backups';
import { encryption } from './portfolio/encryption';
import { portfolio, workspace } from './portfolio/portfolio';
import { recovery } from './portfolio/recovery';
import { settings } from './portfolio/settings';
import { assistant } from './reports/assistant';
import { share } from './portfolio/share';
import { exports } from './reports/exports';
import { reports } from './reports/reports';
import { investment } from './scenarios/projection';
import { scenarios } from './scenarios/scenarios';
import { search } from './search';

/** Every channel of the product: one line a subject. */
export const contract = {
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
  drift,
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
} satisfies AnyContract;

export type Contract = typeof contract;
export type Channel = ChannelOf<Contract>;
/** Channels that only read. */
export type QueryChannel = {
  [Name in Channel]: EndpointOf<Contract, Name> extends { readonly kind: 'query' } ? Name : never;
}[Channel];
/** Channels that may change something, in the portfolio or outside of it. */
export type CommandChannel = Exclude<Channel, QueryChannel>;
export type Input<Name extends Channel> = InputOf<Contract, Name>;
export type Output<Name extends Channel> = OutputOf<Contract, Name>;
