import type { Output } from '#contract/index';
import type { ReportBlock, ReportContent } from '#domain/reports/content';
import { unsharedWords } from '#domain/reports/unshared-words';

type Evidence = Output<'journal.verifyExport'>;

export interface CertificateOf {
  readonly evidence: Evidence;
  /** Of the file, without its folder. */
  readonly fileName: string;
  /** Who verified it, when, and with what. */
  readonly by: string;
  readonly at: string;
  readonly program: string;
  readonly clock: string;
  readonly locale: string;
}

const FACTS = [
  { title: 'What', align: 'left', weight: 3 },
  { title: 'As it was found', align: 'left', weight: 9 },
] as const;

/** `2026-11-23 10:00:00 UTC`: a certificate is read in several countries. */
const instant = (iso: string | null): string => (iso === null ? '–' : `${iso.slice(0, 19).replace('T', ' ')} UTC`);

/** In groups of four, as people compare them. */
const grouped = (hex: string): string => hex.replace(/(.{4})(?=.)/g, '$1 ');

const facts = (title: string, reading: string, rows: readonly (readonly [string, string])[]): ReportBlock => ({
  kind: 'table',
  title,
  reading,
  columns: FACTS,
  rows,
  noun: ['line', 'lines'],
});

/** A page for an auditor about a file of evidence: which range, by whom, what verifying found, and what to compare it with. */
export function certificateContent(of: CertificateOf): ReportContent {
  const { evidence, fileName, at, locale } = of;
  const { about, message, sha256 } = evidence;
  return {
    title: evidence.ok ? 'Certificate of a journal' : 'Finding: not the journal that was exported',
    headline: message,
    subline: `${fileName}, read from its first byte to its last on ${instant(at)} by ${of.by}, with ${of.program}.`,
    portfolio: about?.portfolio ?? 'Unknown portfolio',
    date: at.slice(0, 10),
    at,
    contentHash: sha256,
    unshared: unsharedWords(about?.unshared ?? 0),
    locale,
    redaction: '',
    sections: [
      {
        id: 'evidence',
        title: 'Evidence',
        headline: about === null ? 'This is no journal of a portfolio' : `Entries ${about.from} to ${about.to}`,
        lead: '',
        blocks: about === null ? [] : [rangeFacts(evidence, about), fileFacts(of, about)],
        sources: [],
      },
      {
        id: 'method',
        title: 'How this was verified, and can be again',
        headline: 'Anybody can, with any tool that has SHA-256 and Ed25519',
        lead: '',
        blocks: [{ kind: 'text', title: '', paragraphs: METHOD }],
        sources: [],
      },
    ],
  };
}

const METHOD: readonly string[] = [
  'Each entry bears the SHA-256 of its own text, of its changes and of the entry before it: one that was altered, taken out or put in breaks the chain. The line before the last one holds the SHA-256 of every byte above it, the last one its Ed25519 signature.',
  'The signature proves that the holder of the key wrote the file: compare the fingerprint with the one that the exporter tells you in person or by telephone. The last hash, compared with the portfolio or with a later export, shows that the range is still part of it. Times are those of the clock named above: the chain proves their order, not that the clock was right.',
  'Format and procedure: docs/evidence.md of the program.',
];

function rangeFacts(evidence: Evidence, about: NonNullable<Evidence['about']>): ReportBlock {
  const { entries, changes, actors, backwards } = evidence;
  return facts('The range', '', [
    ['Portfolio', about.portfolio],
    [
      'Entries',
      `${about.from} to ${about.to}: ${entries} ${evidence.ok ? 'read' : 'hold'}${about.values ? `, with ${changes} changes` : ', changes as digests only'}`,
    ],
    ['Written', `${instant(about.firstAt)} to ${instant(about.lastAt)}`],
    ['By', actors.join(', ') || '–'],
    ['Hash before', grouped(about.before)],
    [evidence.ok ? 'Hash of the last entry' : 'Hash of the last that holds', grouped(about.head)],
    ...(about.unshared ? [['Not yet shared', `${unsharedWords(about.unshared)} when it was exported`] as const] : []),
    ['Order of times', backwards === 0 ? 'never backwards' : `${backwards} times backwards: a clock was set back`],
  ]);
}

function fileFacts({ evidence, fileName, clock }: CertificateOf, about: NonNullable<Evidence['about']>): ReportBlock {
  return facts('The file', '', [
    ['File', `${fileName}, ${evidence.bytes} bytes`],
    ['SHA-256 of the file', grouped(evidence.sha256)],
    ['Exported', `${instant(about.exportedAt)} by ${about.exportedBy}, with ${about.program}`],
    ['Clock of the export', about.clock],
    ['Fingerprint of the key', grouped(about.fingerprint)],
    ['Key', about.own ? 'the one of the computer that verified this' : 'of another computer'],
    ['Clock of the verification', clock],
  ]);
}
