import { ticketKind } from '../tickets/ticket-source';
import { openPagerDuty } from './read-pagerduty';

/** Incidents of PagerDuty with their logs, by its REST API. */
export const pagerDutySource = ticketKind({
  kind: 'pagerduty',
  tool: 'pagerduty',
  open: (remote, { scope }) => openPagerDuty(remote, scope),
  proof: ({ secret }) => ({ authorization: `Token token=${secret}` }),
});
