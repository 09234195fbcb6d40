import { ticketKind } from '../tickets/ticket-source';
import { openJira } from './read-jira';

/** Jira Cloud, with an e-mail address and API token, or Data Center, with a personal access token. */
export const jiraSource = ticketKind({
  kind: 'jira',
  tool: 'jira',
  open: (remote, { scope, address }) => openJira(remote, scope, address),
});
