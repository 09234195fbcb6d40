import { assessments, vendors } from './assessments';
import { backups } from './backups';
import type { Contract as AnyContract, Channel as ChannelOf, EndpointOf, InputOf, OutputOf } from './define';
import { drift } from './drift';
import { exports } from './exports';
import { imports } from './imports';
import { incidents } from './incidents';
import { investment } from './investment';
import { jobs } from './jobs';
import { history, journal } from './journal';
import { maturity } from './maturity';
import { models } from './models';
import { overview } from './overview';
import { portfolio, workspace } from './portfolio';
import { reports } from './reports';
import { scenarios } from './scenarios';
import { settings } from './settings';
import { views } from './views';

/** Every channel of the product: one line a subject. */
export const contract = {
  workspace,
  portfolio,
  backups,
  overview,
  models,
  imports,
  exports,
  drift,
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
} satisfies AnyContract;

export type Contract = typeof contract;
export type Channel = ChannelOf<Contract>;
/** Channels that only read. */
export type QueryChannel = {
  [Name in Channel]: EndpointOf<Contract, Name> extends { readonly kind: 'query' } ? Name : never;
}[Channel];
export type Input<Name extends Channel> = InputOf<Contract, Name>;
export type Output<Name extends Channel> = OutputOf<Contract, Name>;
