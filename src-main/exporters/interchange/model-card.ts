import { sayDay } from '#domain/base/calendar';
import { counted } from '#domain/base/wording';
import { DRIFT_VERDICT_LABELS, type DriftVerdict } from '#domain/drift/vocabulary';
import { EVIDENCE_OUTCOME_LABELS, FINDING_SEVERITY_LABELS } from '#domain/governance/vocabulary';
import type { ModelRecord, RecordsHead } from './model-record';
import { addresses, knownWords, relianceWords } from './words';

/** A text of JSON is one of YAML, whatever is in it. */
const quoted = (text: string): string => JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029]/g, escaped);
const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Typed text stays text: it opens no heading, table, link or tag of its own. */
const plain = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/^(\s*)([-+=]|\d+[.)])(?=\s|$)/gm, '$1\\$2')
    .replace(/\r\n?/g, '\n');
const cell = (text: string): string => plain(text).replace(/\n+/g, ' ');

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`## ${title}`, '', ...lines, ''];

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  rows.length === 0
    ? []
    : [
        `| ${heads.join(' | ')} |`,
        `|${heads.map(() => ' --- ').join('|')}|`,
        ...rows.map((cells) => `| ${cells.map(cell).join(' | ')} |`),
      ];

/** The card of a model as a hub has it: what is known in YAML, and the same to read. What nobody has said is left out. */
export function modelCardText(model: ModelRecord, head: RecordsHead): string {
  return `${[...frontMatter(model, head), '', ...body(model, head)]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}

function frontMatter(model: ModelRecord, { day, contentHash, unshared }: RecordsHead): readonly string[] {
  const tags = [...new Set(model.tags)];
  const own: readonly (readonly [string, string])[] = [
    ['version', model.version],
    ...knownWords(model),
    ['asOf', day],
    ['contentHash', contentHash],
    ...(unshared === '' ? [] : ([['unshared', unshared]] as const)),
  ];
  return [
    '---',
    `model_name: ${quoted(model.name)}`,
    ...(tags.length === 0 ? [] : ['tags:', ...tags.map((tag) => `- ${quoted(tag)}`)]),
    'modelfolio:',
    ...own.filter(([, words]) => words !== '').map(([key, words]) => `  ${key}: ${quoted(words)}`),
    '---',
  ];
}

function body(model: ModelRecord, { day, program, contentHash, unshared, redaction }: RecordsHead): readonly string[] {
  const { name, purpose, approvedUses, limitations, dataSources, figures } = model;
  const text = (words: string): readonly string[] => (words === '' ? [] : [plain(words)]);
  return [
    `# ${cell(name)}`,
    '',
    ...text(purpose),
    '',
    ...section('Model', facts(model)),
    ...section('Approved uses', text(approvedUses)),
    ...section('Limitations', text(limitations)),
    ...section('Data', text(dataSources)),
    ...section('Rests on', restsOn(model)),
    ...section(
      'Newest results',
      table(
        ['Figure', 'Column', 'Value', 'Verdict', 'Rows', 'Day', 'Tool'],
        figures.map(({ label, column, value, verdict, rows, at, tool }) => [
          label,
          column || 'All',
          String(value),
          DRIFT_VERDICT_LABELS[verdict as DriftVerdict],
          rows === null ? 'not said' : String(rows),
          at.slice(0, 10),
          tool,
        ]),
      ),
    ),
    ...section('Reviews and evidence', evidence(model)),
    ...section('Open findings', findings(model)),
    ...section('Incidents', [
      model.openIncidents === 0
        ? 'None is open.'
        : `${counted(model.openIncidents, 'incident is', 'incidents are')} open.`,
    ]),
    ...section(
      'Elsewhere',
      addresses(model)
        .filter(({ kind }) => kind === 'elsewhere')
        .map(({ url, comment }) => `- ${plain(comment)}: <${url}>`),
    ),
    '---',
    '',
    `Written by ${program.name} ${program.version} as of ${day}, of content ${contentHash.slice(0, 16)}${unshared === '' ? '' : `, ${unshared}`}. What is not here, nobody has said.${redaction === '' ? '' : ` ${redaction}`}`,
  ];
}

const FIELD_LABELS: Readonly<Record<string, string>> = {
  businessOwner: 'Business owner',
  technicalOwner: 'Technical owner',
  updateFrequency: 'Update frequency',
  personalData: 'Personal data',
  unit: 'Business unit',
  overseer: 'Human overseer',
};
const labelOf = (field: string): string => FIELD_LABELS[field] ?? field.replace(/^./, (letter) => letter.toUpperCase());

function facts(model: ModelRecord): readonly string[] {
  const { version, versionSince, versionDayKnown, vendor } = model;
  return table(
    ['Field', 'Value'],
    [
      ...(version === '' ? [] : [['Version', version]]),
      ...(versionSince === null || !versionDayKnown ? [] : [['Live since', sayDay(versionSince.slice(0, 10))]]),
      ...(vendor === '' ? [] : [['Vendor', vendor]]),
      ...knownWords(model).map(([field, words]) => [labelOf(field), words]),
    ],
  );
}

function restsOn({ reliesOn, restsOnNothing, withheldReliances }: ModelRecord): readonly string[] {
  return [
    ...reliesOn.map(
      (one) => `- ${plain(one.name)}: ${relianceWords(one).replace(/^./, (letter) => letter.toLowerCase())}`,
    ),
    ...(withheldReliances === 0 ? [] : [`- ${counted(withheldReliances, 'thing', 'things')} outside, withheld`]),
    ...(restsOnNothing ? ['Nothing: somebody looked.'] : []),
  ];
}

const evidence = (model: ModelRecord): readonly string[] =>
  table(
    ['What', 'Day', 'Outcome', 'Until'],
    model.evidence.map(({ label, on, outcome, validUntil }) => [
      label,
      on,
      EVIDENCE_OUTCOME_LABELS[outcome],
      validUntil ?? 'no end said',
    ]),
  );

const findings = (model: ModelRecord): readonly string[] =>
  table(
    ['Finding', 'Severity', 'Due'],
    model.findings.map(({ title, severity, due }) => [title, FINDING_SEVERITY_LABELS[severity], due ?? 'no day']),
  );
