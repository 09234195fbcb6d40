import { describe, expect, it } from 'vitest';
import type { IncidentMapping } from '#contract/incidents/import';
import { tableOf } from '../testing/table-of';
import { courseOf } from './event-log';
import { guessIncidentMapping, looksLikeIncidents, toolOf } from './guess-mapping';
import { readIncidents } from './read-incidents';

const NOW = '2026-11-23T10:00:00.000Z';

async function read(header: string, rows: readonly string[], change: Partial<IncidentMapping> = {}, separator = ',') {
  const table = tableOf(header.split(separator), ...rows.map((row) => row.split(separator)));
  const mapping = { ...guessIncidentMapping(table), ...change };
  return { mapping, ...(await readIncidents({ table, mapping, currency: 'EUR', now: NOW })) };
}
const shown = ({ incident }: Awaited<ReturnType<typeof read>>['drafts'][number]) => incident;

describe('exports of tools', () => {
  it('ServiceNow list export: labels, configuration item, no time of acknowledgement', async () => {
    const { mapping, drafts, problems } = await read(
      'Number;Opened;Short description;Caller;Priority;State;Category;Assignment group;Assigned to;Configuration item;Resolved;Updated',
      [
        'INC0010001;23/11/2025 09:15:00;Churn scores late;Ann;1 - Critical;Resolved;Software;ML;Bo;Churn model;23/11/2025 11:15:00;24/11/2025 08:00:00',
        'INC0010002;24/11/2025 09:15:00;x;Ann;4 - Low;On Hold;Software;ML;Bo;;;24/11/2025 10:00:00',
        'INC0010003;24/11/2025 09:15:00;x;Ann;5 - Planning;Canceled;Software;ML;Bo;;;24/11/2025 10:00:00',
      ],
      { timeZone: 'Europe/Berlin' },
      ';',
    );
    expect(mapping).toMatchObject({ tool: 'servicenow', rows: 'incident', dateOrder: 'dmy' });
    expect(drafts.map(shown)).toMatchObject([
      {
        externalId: 'INC0010001',
        severity: 1,
        status: 'resolved',
        openedAt: '2025-11-23T08:15:00.000Z',
        acknowledgedAt: null,
        resolvedAt: '2025-11-23T10:15:00.000Z',
        modelText: 'Churn model',
        owner: 'Bo',
      },
      { severity: 4, status: 'acknowledged', resolvedAt: null },
      { severity: 5, status: 'closed', resolvedAt: null },
    ]);
    expect(problems).toEqual([]);
  });

  it('PagerDuty analytics: seconds count from the creation, never acknowledged stays so', async () => {
    const { mapping, drafts } = await read(
      'id,incident_number,description,service_id,service_name,team_name,created_at,resolved_at,auto_resolved,urgency,priority_name,seconds_to_first_ack,seconds_to_resolve,status,user_defined_effort_seconds',
      [
        'Q1,17,Drift alert,S1,pricing,ML,2025-05-01T10:00:00Z,2025-05-01T11:00:00Z,false,high,P2,90,3600,resolved,7200',
        'Q2,18,Drift alert,S1,pricing,ML,2025-05-02T10:00:00Z,,false,low,P4,,,triggered,',
      ],
    );
    expect(mapping).toMatchObject({ tool: 'pagerduty', durationUnit: 'seconds' });
    expect(drafts.map(shown)).toMatchObject([
      {
        externalId: '17',
        title: 'Drift alert',
        severity: 2,
        acknowledgedAt: '2025-05-01T10:01:30.000Z',
        resolvedAt: '2025-05-01T11:00:00.000Z',
        personHours: 2,
        modelText: 'pricing',
      },
      { severity: 4, status: 'open', acknowledgedAt: null, resolvedAt: null },
    ]);
  });

  it('Jira: repeated headers, dates of another language, old priorities', async () => {
    const { mapping, drafts, problems } = await read(
      'Summary,Issue key,Issue id,Issue Type,Status,Project key,Priority,Resolution,Assignee,Created,Updated,Resolved,Component/s,Component/s (2)',
      [
        'Wrong scores,ML-7,1,Bug,Done,ML,Blocker,Fixed,Eva,14/mars/24 1:16 PM,15/mars/24 1:16 PM,14/mars/24 3:16 PM,Pricing,API',
        'Slow,ML-8,2,Bug,In Progress,ML,Minor,,Eva,15/févr./24 9:00 AM,15/févr./24 9:30 AM,,,',
      ],
      { timeZone: 'Europe/Paris' },
    );
    expect(mapping.tool).toBe('jira');
    expect(drafts.map(shown)).toMatchObject([
      {
        externalId: 'ML-7',
        title: 'Wrong scores',
        severity: 1,
        status: 'resolved',
        openedAt: '2024-03-14T12:16:00.000Z',
        resolvedAt: '2024-03-14T14:16:00.000Z',
        modelText: 'Pricing / API',
      },
      { severity: 4, status: 'acknowledged', openedAt: '2024-02-15T08:00:00.000Z' },
    ]);
    expect(problems).toEqual([]);
  });

  it('Jira: fields of one’s own, behind those of Jira', async () => {
    const { mapping, drafts } = await read(
      'Summary,Issue key,Issue Type,Status,Custom field (Start date),Created,Custom field (Root cause),Custom field (Severity),Priority',
      ['Late,ML-1,Bug,To Do,05/Mar/24,14/Mar/24 1:16 PM,data drift,SEV 1,Low'],
    );
    expect(mapping.fields.find(({ field }) => field === 'cause')?.columns).toEqual(['Custom field (Root cause)']);
    expect(drafts.map(shown)).toMatchObject([
      { openedAt: '2024-03-14T13:16:00.000Z', cause: 'drift', severity: 4, status: 'open' },
    ]);
  });

  it('takes a yes in “caused by change” for the answer, and anything else for the name of the change', async () => {
    const { drafts } = await read('Number,Opened,Short description,Priority,State,Caused by change', [
      'INC1,2025-11-23 09:15,x,3 - Moderate,New,yes',
      'INC2,2025-11-23 09:15,x,3 - Moderate,New,no',
      'INC3,2025-11-23 09:15,x,3 - Moderate,New,CHG0030001',
    ]);
    expect(drafts.map(shown).map((one) => [one.causedByChange, one.changeReference ?? ''])).toEqual([
      ['yes', ''],
      ['no', ''],
      ['yes', 'CHG0030001'],
    ]);
  });

  it('Opsgenie: milliseconds since the creation, a flag is no time', async () => {
    const { mapping, drafts } = await read(
      'tinyId,alias,message,status,acknowledged,count,createdAt,lastOccurredAt,priority,ackTime,closeTime',
      ['55,a,Feature missing,closed,true,3,1719842709000,1719842709000,P3,60000,7200000'],
    );
    expect(mapping).toMatchObject({ tool: 'opsgenie', durationUnit: 'milliseconds' });
    expect(drafts.map(shown)).toMatchObject([
      {
        externalId: '55',
        severity: 3,
        status: 'closed',
        acknowledgedAt: '2024-07-01T14:06:09.000Z',
        resolvedAt: '2024-07-01T16:05:09.000Z',
      },
    ]);
  });

  it('are told from inventories', () => {
    expect(looksLikeIncidents(['Use Case Name', 'Stage of Development', 'Date Initiated', 'Agency'])).toBe(false);
    expect(looksLikeIncidents(['name', 'status', 'created', 'owner', 'priority'])).toBe(false);
    expect(looksLikeIncidents(['Title', 'Severity', 'Status', 'Opened', 'Resolved'])).toBe(true);
    expect(toolOf(['Title', 'Severity', 'Status', 'Opened', 'Resolved'])).toBe('plain');
  });
});

describe('rows that are not as they should be', () => {
  it('are named one by one, and none is lost without a word', async () => {
    const { drafts, problems, rejected } = await read(
      'Incident ID,Title,Severity,Status,Opened,Acknowledged at,Resolved',
      [
        '1,Backwards,1,Resolved,2026-01-02 10:00,,2026-01-01 10:00',
        '2,Late ack,2,Resolved,2026-01-02 10:00,2026-01-04 10:00,2026-01-03 10:00',
        '3,No start,2,Open,,,',
        '4,Future,2,Open,2027-01-01 10:00,,',
        '5,Odd,purple,Open,2026-01-02 10:00,,',
        '6,Open but over,3,Open,2026-01-02 10:00,,2026-01-03 10:00',
        '7,Strange state,3,Limbo,2026-01-02 10:00,,2026-01-03 10:00',
      ],
    );
    expect(rejected).toBe(2);
    expect(drafts.map(shown)).toMatchObject([
      { externalId: '1', status: 'resolved', resolvedAt: null },
      { externalId: '2', acknowledgedAt: null, resolvedAt: '2026-01-03T10:00:00.000Z' },
      { externalId: '5', title: 'Odd', status: 'open' },
      { externalId: '6', status: 'open', resolvedAt: null },
      { externalId: '7', status: 'resolved', resolvedAt: '2026-01-03T10:00:00.000Z' },
    ]);
    expect(problems.map(({ row, code, effect }) => [row, code, effect])).toEqual([
      [2, 'resolved_before_opened', 'value_refused'],
      [3, 'acknowledged_after_resolved', 'value_refused'],
      [4, 'not_opened', 'row_refused'],
      [5, 'time_in_future', 'row_refused'],
      [6, 'severity_not_mapped', 'value_refused'],
      [7, 'open_but_resolved', 'value_refused'],
      [8, 'status_not_mapped', 'value_refused'],
    ]);
  });

  it('keeps two time zones of one file apart and counts them', async () => {
    const { drafts, timesInAskedZone, timesWithOwnZone } = await read(
      'Incident ID,Title,Severity,Status,Opened,Resolved',
      [
        '1,a,1,Resolved,2026-01-02 10:00,2026-01-02T11:00:00+05:30',
        '2,b,1,Resolved,2026-01-02 10:00 EST,2026-01-02 23:00',
      ],
      { timeZone: 'Asia/Tokyo' },
    );
    expect([timesInAskedZone, timesWithOwnZone]).toEqual([2, 2]);
    expect(drafts.map(shown)).toMatchObject([
      { openedAt: '2026-01-02T01:00:00.000Z', resolvedAt: '2026-01-02T05:30:00.000Z' },
      // 10:00 in New York is midnight in Tokyo: 23:00 there came before.
      { openedAt: '2026-01-02T15:00:00.000Z', resolvedAt: null },
    ]);
  });

  it('says on which nights a time came twice or never', async () => {
    const { problems, drafts } = await read(
      'Incident ID,Title,Severity,Status,Opened,Resolved',
      ['1,a,1,Resolved,2025-10-26 02:30,2025-10-26 04:00', '2,b,1,Resolved,2026-03-29 02:30,2026-03-29 04:00'],
      { timeZone: 'Europe/Berlin' },
    );
    expect(problems.map(({ row, code, effect }) => [row, code, effect])).toEqual([
      [2, 'time_twice', 'note'],
      [3, 'time_skipped', 'note'],
    ]);
    expect(drafts[0]?.incident.openedAt).toBe('2025-10-26T00:30:00.000Z');
  });
});

describe('courseOf', () => {
  const day = (n: number): string => `2026-01-0${n}T00:00:00.000Z`;
  it('takes the first work as acknowledgement and the resolution that holds', () => {
    expect(
      courseOf([
        { at: day(1), status: 'open' },
        { at: day(2), status: 'acknowledged' },
        { at: day(3), status: 'resolved' },
        { at: day(3), status: 'resolved' },
        { at: day(4), status: 'acknowledged' },
        { at: day(5), status: null },
        { at: day(6), status: 'resolved' },
        { at: day(7), status: 'closed' },
        { at: day(8), status: 'closed' },
      ]),
    ).toEqual({
      status: 'closed',
      acknowledgedAt: day(2),
      mitigatedAt: null,
      resolvedAt: day(6),
      closedAt: day(7),
      reopenCount: 1,
      moves: [
        { to: 'acknowledged', at: day(2) },
        { to: 'resolved', at: day(3) },
        { to: 'reopened', at: day(4) },
        { to: 'resolved', at: day(6) },
        { to: 'closed', at: day(7) },
      ],
    });
  });

  it('is reopened when the log ends so', () => {
    const course = courseOf([
      { at: day(1), status: 'resolved' },
      { at: day(2), status: 'open' },
    ]);
    expect(course).toMatchObject({ status: 'reopened', resolvedAt: null, reopenCount: 1 });
  });
});
