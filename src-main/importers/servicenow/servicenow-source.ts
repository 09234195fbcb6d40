import { ticketKind } from '../tickets/ticket-source';
import { openServiceNow } from './read-servicenow';

/** Incidents of ServiceNow by its Table API. */
export const serviceNowSource = ticketKind({
  kind: 'servicenow',
  tool: 'servicenow',
  open: (remote, { scope, address }) => openServiceNow(remote, scope, address),
});
