import type { IncidentImportField } from '#contract/incidents/import';
import {
  DETECTED_BY,
  HARM_CATEGORIES,
  INCIDENT_CAUSES,
  INCIDENT_STATUSES,
  YES_NO_UNKNOWN,
} from '#domain/incidents/vocabulary';
import { plainWords as words } from '../cells/phrases';

/** The fields whose cells are words of a vocabulary, with what they may become. */
export const VOCABULARY_OF = {
  status: INCIDENT_STATUSES,
  severity: ['1', '2', '3', '4', '5'],
  cause: INCIDENT_CAUSES,
  causedByChange: YES_NO_UNKNOWN,
  detectedBy: DETECTED_BY,
  harmCategory: HARM_CATEGORIES,
  reportable: YES_NO_UNKNOWN,
} as const satisfies Partial<Record<IncidentImportField, readonly string[]>>;
export type VocabularyField = keyof typeof VOCABULARY_OF;

export const isVocabularyField = (field: IncidentImportField): field is VocabularyField => field in VOCABULARY_OF;

/** What goes wrong with what generates or acts. Leakage of training data into a test is a matter of data, and no leak. */
const GENERATIVE_CAUSES: readonly (readonly [RegExp, string])[] = [
  [
    /prompt ?injection|jailbreak|prompt ?injektion|injection de prompt|inyeccion de prompt|eingeschleuste/,
    'prompt_injection',
  ],
  [
    /data (?:leak(?!age)|breach|exfiltration)|exfiltrat|datenleck|datenabfluss|datenpanne|fuite de donnees|data ?lek|(?:fuga|filtracion) de datos/,
    'data_leak',
  ],
  [/hallucin|halluzin|confabulat|konfabul|alucinac/, 'hallucination'],
  [
    /provider ?s? ?model|foundation model|anbieter ?modell|modell(?:wechsel|anderung)? (?:des|beim|durch) anbieter|modele du fournisseur|model van de (?:aanbieder|leverancier)|modelo del proveedor/,
    'provider_model_change',
  ],
  [
    /prompt (?:change|update|edit|version)|chang\w* (?:of |to |the )*(?:system )?prompt|prompt ?anderung|geanderter prompt|(?:changement|modification) (?:de|du) prompt|prompt ?wijziging|cambio (?:de|del) prompt/,
    'prompt_change',
  ],
  [
    /tool (?:failure|failed|error|call|outage)|function call|werkzeug ?(?:fehler|ausfall)|tool ?(?:fehler|ausfall)|(?:panne|defaillance|echec) d ?(?:un )?outil|(?:tool|hulpmiddel) ?(?:fout|storing)|fallo de (?:la |una )?herramienta/,
    'tool_failure',
  ],
];

/** Patterns over plain words, the first that fits wins. */
const PATTERNS: Readonly<Record<VocabularyField, readonly (readonly [RegExp, string])[]>> = {
  status: [
    [/re ?open|wieder ?geoffnet|rouvert|heropend|reabiert|riapert/, 'reopened'],
    [
      /cancel|closed|close complete|geschlossen|abgeschlossen|storniert|ferme|clos\b|clotur|gesloten|cerrad|chius|fechad|cancelad|annule|withdrawn|declined|won t|duplicate|^8$|^7$/,
      'closed',
    ],
    [
      /resol|done|complete|fixed|solved|erledigt|geloe?st|behoben|resolu|opgelost|verholpen|resuelt|risolt|resolvid|^6$/,
      'resolved',
    ],
    [/mitigat|monitoring|recover|restor|contained/, 'mitigated'],
    [
      /progress|active|acknowledg|acked|ack|await|hold|pending|investigat|assigned|work|identified|wait|in bearbeitung|in arbeit|wartend|angehalten|zugewiesen|en cours|en attente|pris en charge|in behandeling|in uitvoering|en curso|en proceso|in corso|em andamento|review|^[2345]$/,
      'acknowledged',
    ],
    [
      /new|open|triggered|to ?do|backlog|reported|neu|offen|gemeldet|nouveau|ouvert|nieuw|nuev|abiert|apert|abert|^1$/,
      'open',
    ],
  ],
  severity: [
    [/^(?:[ps]|sev|severity|prio|priority|level)? ?([1-5])(?:\D|$)/, '$1'],
    [
      /very serious|critical|blocker|highest|urgent|emergency|kritisch|kritiek|critique|critic[oa]|tres eleve|sev 1/,
      '1',
    ],
    [/serious|high|major|hoch|elev|haut|hoog|^alt[oa]?$/, '2'],
    [/medium|moderate|normal|mittel|moyen|gemiddeld|medi[oa]/, '3'],
    [/lowest|trivial|planning|cosmetic|informational|info|very low/, '5'],
    [/low|minor|niedrig|gering|faible|laag|^baj[oa]$|^bass[oa]$|^baix[oa]$/, '4'],
  ],
  cause: [
    ...GENERATIVE_CAUSES,
    [/concept drift|data drift|model drift|drift|decay/, 'drift'],
    [/upstream|third party|vendor|supplier|schema/, 'upstream_change'],
    [/data|missing values|label/, 'data_quality'],
    [/code|config|bug|software|deploy|release|change|regression/, 'code_or_configuration'],
    [/infra|hardware|network|capacity|outage|server|cloud|database|performance|availability/, 'infrastructure'],
    [/security|attack|breach|poison|vulnerab/, 'security'],
    [/fair|bias|discriminat/, 'fairness'],
    [/human|user error|operator|manual|training/, 'human'],
  ],
  causedByChange: [
    [/^(?:yes|y|true|1|ja|oui|s[ií])$/, 'yes'],
    [/^(?:no|n|false|0|nein|non)$/, 'no'],
  ],
  detectedBy: [
    [/monitor|alert|event|alarm|automat|system|integration|api/, 'monitoring'],
    [/audit|review|inspection|validation/, 'audit'],
    [/phone|mail|self service|user|customer|chat|walk|virtual agent|portal|call|web/, 'user'],
  ],
  harmCategory: [
    [/^no(?:ne| harm)?$/, 'none'],
    [/discriminat|fundamental|bias|fair/, 'discrimination'],
    [/privacy|personal data|gdpr/, 'privacy'],
    [/health|safety|death|injur/, 'safety'],
    [/financ|money|loss|property/, 'financial'],
    [/legal|regulat|complian/, 'legal'],
    [/reputation|brand/, 'reputation'],
    [/customer|service/, 'customer'],
  ],
  reportable: [
    [/^(?:yes|y|true|1|ja|oui|s[ií])$/, 'yes'],
    [/^(?:no|n|false|0|nein|non)$/, 'no'],
  ],
};

/** Jira's older priorities: there `Critical` is the second of five. */
const JIRA_LEGACY: Readonly<Record<string, string>> = {
  blocker: '1',
  critical: '2',
  major: '3',
  minor: '4',
  trivial: '5',
};

/**
 * What a cell becomes; '' where nothing fits.
 * @param all every distinct cell of the column, for words that mean something only beside others
 */
export function guessValue(field: VocabularyField, cell: string, all: readonly string[]): string {
  const text = words(cell);
  if (field === 'severity') {
    const others = new Set(all.map(words));
    const legacy = JIRA_LEGACY[text];
    if (legacy !== undefined && (others.has('blocker') || others.has('trivial'))) return legacy;
    // Only two urgencies: what is urgent is not yet a disaster.
    if (others.size <= 2 && [...others].every((one) => one === 'high' || one === 'low'))
      return text === 'high' ? '2' : '4';
  }
  for (const [pattern, value] of PATTERNS[field]) {
    const match = pattern.exec(text);
    if (match) return value === '$1' ? (match[1] ?? '') : value;
  }
  return '';
}
