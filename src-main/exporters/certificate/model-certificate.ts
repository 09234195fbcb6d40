import type { Output } from '#contract/index';
import { sayDay } from '#domain/base/calendar';
import { counted, oneOf } from '#domain/base/wording';
import { gateLine } from '#domain/governance/deployment-gates';
import { EVIDENCE_KINDS } from '#domain/governance/evidence-kinds';
import {
  EVIDENCE_OUTCOME_LABELS,
  FINDING_SEVERITY_LABELS,
  FINDING_SOURCE_LABELS,
  FINDING_STATUS_LABELS,
  GATE_LABELS,
  GATE_REQUIREMENTS,
} from '#domain/governance/vocabulary';
import type { ReportBlock, ReportContent, ReportTable } from '#domain/reports/content';
import { unsharedWords } from '#domain/reports/unshared-words';

/** One way into production: when, who moved it, who had approved it, and what the gates found on that day. */
export interface EntryIntoProduction {
  /** ISO day; `null`: not known. */
  readonly on: string | null;
  readonly version: string;
  readonly by: string;
  readonly reason: string;
  /** That its tier was a lower one then, and who changed it; '' = it was not. */
  readonly tier: string;
  /** Came with a file: who decided it cannot be seen here. */
  readonly imported: boolean;
  readonly approvals: readonly { readonly by: string; readonly on: string; readonly note: string }[];
  readonly gates: readonly { readonly label: string; readonly state: string; readonly words: string }[];
}

export interface CertificateOfModel {
  readonly model: { readonly name: string; readonly facts: readonly (readonly [string, string])[] };
  readonly portfolio: string;
  /** The latest first. */
  readonly entries: readonly EntryIntoProduction[];
  readonly evidence: readonly (Omit<Output<'evidence.list'>['evidence'][number], 'covers'> & {
    readonly covers: readonly string[];
  })[];
  readonly findings: readonly Output<'findings.list'>['findings'][number][];
  readonly journal: { readonly words: string; readonly ok: boolean; readonly entries: number; readonly head: string };
  /** Changes of this copy that others who share the portfolio do not have yet. */
  readonly unshared: number;
  readonly by: string;
  /** ISO. */
  readonly at: string;
  readonly program: string;
  readonly locale: string;
}

const none = '–';
const day = (iso: string | null): string => (iso === null ? none : sayDay(iso));
const kindLabel = (kind: string): string => EVIDENCE_KINDS.find((one) => one.kind === kind)?.label ?? kind;

const table = (
  title: string,
  reading: string,
  columns: readonly (readonly [string, number])[],
  rows: ReportTable['rows'],
  noun: ReportTable['noun'],
): ReportBlock => ({
  kind: 'table',
  title,
  reading,
  columns: columns.map(([name, weight]) => ({ title: name, align: 'left', weight })),
  rows,
  noun,
});

const GATE_WORDS: Readonly<Record<string, string>> = {
  met: 'Met',
  missing: 'Missing',
  excepted: 'Under an exception',
  unknown: 'Not known whether asked',
};

function entryBlocks(entry: EntryIntoProduction): ReportBlock[] {
  const version = entry.version === '' ? '' : `, version ${entry.version}`;
  const who = entry.imported
    ? 'came with an imported file, which does not say who decided it'
    : `was moved by ${entry.by}`;
  const reason = entry.reason === '' ? '' : `: ${entry.reason.replace(/[.\s]+$/, '')}`;
  const tier = entry.tier === '' ? '' : ` ${entry.tier.charAt(0).toUpperCase()}${entry.tier.slice(1)}.`;
  const decided = [
    ...entry.approvals.map(({ by, on, note }) => ['Approval', `by ${by} on ${sayDay(on)}`, note || none]),
    ...entry.gates.map(({ label, state, words }) => [label, GATE_WORDS[state] ?? state, words]),
  ];
  const title = `${entry.on === null ? 'Day not known' : sayDay(entry.on)}${version}`;
  if (decided.length === 0)
    return [
      {
        kind: 'text',
        title,
        paragraphs: [
          `It ${who}${reason}. No approval is recorded${entry.on === null ? '. What the gates would have found cannot be said without a day' : ', and no gate asks for anything'}.${tier}`,
        ],
      },
    ];
  return [
    table(
      title,
      `It ${who}${reason}.${tier}`,
      [
        ['Asked', 3],
        ['Found on that day', 3],
        ['On what', 6],
      ],
      decided,
      ['line', 'lines'],
    ),
  ];
}

const evidenceTable = ({ evidence }: CertificateOfModel): ReportBlock =>
  table(
    '',
    'Documents stay where they are: link and hash say which one was meant',
    [
      ['Day', 2],
      ['Kind', 3],
      ['By', 2],
      ['Outcome', 2],
      ['Valid until', 2],
      ['What it covers, link, hash, note', 5],
    ],
    evidence.map(({ on, kind, by, outcome, validUntil, covers, link, hash, note }) => [
      day(on),
      kindLabel(kind),
      by,
      EVIDENCE_OUTCOME_LABELS[outcome],
      validUntil === null ? 'no end' : day(validUntil),
      [coveredWords(covers), link, hash, note].filter((text) => text !== '').join(' · ') || none,
    ]),
    ['row of evidence', 'rows of evidence'],
  );

/** What a row covers; of an exception the gates that it lifts, by their names. */
const coveredWords = (covers: readonly string[]): string => {
  const named = covers.map((line) => {
    const gate = GATE_REQUIREMENTS.find((requirement) => gateLine(requirement) === line);
    return gate === undefined ? line : `“${GATE_LABELS[gate]}”`;
  });
  return named.length === 0 ? '' : `covers ${oneOf(named, 'and')}`;
};

function findingState(
  {
    status,
    closedOn,
    closedBy,
    acceptedOn,
    acceptedUntil,
    acceptedBy,
    acceptedReason,
    due,
    overdue,
  }: CertificateOfModel['findings'][number],
  evidence: CertificateOfModel['evidence'],
): string {
  if (status === 'closed') {
    const shown = evidence.find(({ id }) => id === closedBy);
    const by = shown
      ? ` by the ${kindLabel(shown.kind).replace(/^./, (first) => first.toLowerCase())} of ${day(shown.on)} by ${shown.by}`
      : '';
    return `closed on ${day(closedOn)}${by}`;
  }
  if (status === 'accepted') {
    const whose =
      acceptedBy === '' ? ', by whom nobody said' : ` by ${acceptedBy}, from ${day(acceptedOn)}: ${acceptedReason}`;
    return `accepted until ${day(acceptedUntil)}${overdue ? ', which has passed,' : ''}${whose}`;
  }
  const until = due === null ? 'without a due day' : `due ${day(due)}${overdue ? ', overdue' : ''}`;
  return `${FINDING_STATUS_LABELS[status].toLowerCase()}, ${until}`;
}

const findingsTable = ({ findings, evidence }: CertificateOfModel): ReportBlock =>
  table(
    '',
    '',
    [
      ['Opened', 2],
      ['Finding', 5],
      ['Severity', 2],
      ['From', 2],
      ['State', 4],
      ['Owner', 2],
    ],
    findings.map((finding) => [
      day(finding.openedOn),
      finding.title,
      FINDING_SEVERITY_LABELS[finding.severity],
      FINDING_SOURCE_LABELS[finding.source],
      findingState(finding, evidence),
      finding.owner || none,
    ]),
    ['finding', 'findings'],
  );

const METHOD: readonly string[] = [
  'Approvals, moves, evidence and findings are rows of the portfolio, each written with who wrote it and when into a journal whose entries bear the hash of the one before. What the gates found is worked out for the day of the move, from the evidence and findings of that day as their rows are today, by the gates as they are set today; tier, kind, owners, developer and overseer are as they are today; where the tier was a lower one on that day, the journal’s word for it stands beside. The day of a row is the one that its author gave; when it was written is in the journal.',
  'This page says what the portfolio holds. It states neither conformity nor a breach of any law or standard. Whether the documents behind the links say what their rows say was not looked at.',
];

/** Who decided what about a model on which evidence, as pages for an auditor. */
export function modelCertificate(of: CertificateOfModel): ReportContent {
  const { model, entries, evidence, findings, journal } = of;
  const [last] = entries;
  const open = findings.filter(({ status }) => status !== 'closed').length;
  const headline =
    last === undefined
      ? `${model.name} has not been in production`
      : `${model.name} went into production ${last.on === null ? 'on a day that is not known' : `on ${sayDay(last.on)}`}, ${approvedWords(last)}`;
  const section = (
    id: ReportContent['sections'][number]['id'],
    title: string,
    found: string,
    blocks: readonly ReportBlock[],
  ) => ({
    id,
    title,
    headline: found,
    lead: '',
    blocks,
    sources: [],
  });
  return {
    title: `Certificate of a model: ${model.name}`,
    headline,
    subline: `Read from the portfolio on ${of.at.slice(0, 16).replace('T', ' ')} UTC by ${of.by}, with ${of.program}.`,
    portfolio: of.portfolio,
    date: of.at.slice(0, 10),
    at: of.at,
    contentHash: journal.head,
    unshared: unsharedWords(of.unshared),
    locale: of.locale,
    redaction: '',
    sections: [
      section('estate', 'The model', journal.words, [
        table(
          '',
          '',
          [
            ['What', 3],
            ['As it is held', 9],
          ],
          [...model.facts, ['Journal', journalWords(journal)]],
          ['line', 'lines'],
        ),
      ]),
      section(
        'decision',
        'Into production',
        entries.length === 0 ? 'Never yet' : `${counted(entries.length, 'time')}, the latest first`,
        entries.flatMap(entryBlocks),
      ),
      section(
        'evidence',
        'Evidence',
        counted(evidence.length, 'row'),
        evidence.length === 0 ? [] : [evidenceTable(of)],
      ),
      section(
        'matters',
        'Findings',
        findings.length === 0 ? 'None is recorded' : `${counted(findings.length, 'finding')}, ${open} not closed`,
        findings.length === 0 ? [] : [findingsTable(of)],
      ),
      section('method', 'How to read this page', 'What it says, and what it does not', [
        { kind: 'text', title: '', paragraphs: METHOD },
      ]),
    ],
  };
}

const journalWords = ({ ok, entries, head }: CertificateOfModel['journal']): string =>
  `${ok ? 'unbroken' : 'broken'}; ${counted(entries, 'entry', 'entries')} of this model; last hash ${head.replace(/(.{4})(?=.)/g, '$1 ')}`;

function approvedWords({ approvals, imported, gates }: EntryIntoProduction): string {
  const held = gates.filter(({ state }) => state === 'missing' || state === 'unknown').length;
  const under = gates.filter(({ state }) => state === 'excepted').length;
  const [first] = approvals;
  const approved = first
    ? `approved by ${first.by}${approvals.length > 1 ? ` and ${counted(approvals.length - 1, 'other')}` : ''}`
    : imported
      ? 'as an imported file says'
      : 'without a recorded approval';
  const gate = [
    ...(under > 0 ? [`under ${counted(under, 'exception')}`] : []),
    ...(held > 0 ? [`with ${counted(held, 'requirement')} of today’s gates missing on that day`] : []),
  ];
  return [approved, ...gate].join(', ');
}
