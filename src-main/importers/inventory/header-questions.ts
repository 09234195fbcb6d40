import type { ImportField } from '#contract/imports/import-field';

const USE =
  'deploy\\w*|implement\\w*|operational|operation|went live|go live|goes live|launch\\w*|in use|in production|produktiv|einsatz|betrieb|productie|gebruik|production|service|produccion|funcionamiento|marcha|uso|esercizio|utilise\\w*';
const PERSONAL =
  'personally identifiable|pii|personal (?:data|information)|personenbezogen\\w*|donnees (?:a caractere )?personnel\\w*|persoonsgegevens|datos (?:de caracter )?personal\\w*|dati personali|dados pessoais';
const PURPOSE =
  'a quoi sert|intended purpose|purpose and expected benefits|problem is the ai intended|problem \\w+ (?:ai |it )?(?:solve|address)\\w*|welche\\w* zweck|wozu dient|quel\\w* (?:est la finalite|est le but|est l objectif)|waarvoor wordt|wat is het doel|cual es (?:la finalidad|el objetivo)';

/** Whether a header asks if a model is in use, so that its yes and no speak of a stage. */
export const asksDeployed = (header: string): boolean =>
  /^(?:has|have|is|are|was|ist|wird|wurde|est|is het|esta|e)\b.*\b(?:deployed|in production|in use|live|operational|in operation|im einsatz|produktiv|in betrieb|en production|en service|deploye|utilise|in gebruik|in productie|en produccion|desplegado|in produzione)\b/.test(
    header,
  ) && !/\b(?:tested|monitor\w*|date|since|when|seit|wann)\b/.test(header);

/** Long questions as plain words, known by what they ask; they count less than a plain header, the first ones more. */
export const QUESTIONS: readonly (readonly [field: ImportField, asks: (header: string) => boolean])[] = (
  [
    ['name', /\b(?:name|title) of (?:the |your |this )?(?:ai|algorithm\w*|model|use case|system|tool)\b/],
    [
      'name',
      /\b(?:wie heisst|comment s appelle|quel est le nom|what is the name|hoe heet|como se llama|come si chiama)\b/,
    ],
    ['purpose', new RegExp(`\\b(?:${PURPOSE})\\b`)],
    [
      'tier',
      /\b(?:rights impacting|safety impacting|is .*high (?:impact|risk)$|hochrisiko|haut risque|hoog risico|alto riesgo)\b/,
    ],
    ['origin', /\bdeveloped\b.*\b(?:in house|contract)|\b(?:selbst|intern) (?:entwickelt|developpe)|\bbuy or build\b/],
    [
      'personalData',
      new RegExp(
        `^(?:does|do|is|are|will|werden|wird|le|est|worden|bevat|se|utiliza|trata|traite).*\\b(?:${PERSONAL})\\b`,
      ),
    ],
    ['personalData', new RegExp(`\\b(?:involve|contain|process|use)\\w* .*\\b(?:${PERSONAL})\\b`)],
    ['monitored', /\b(?:process|plan) .*\bmonitor\w*\b.*\bperformance\b|^is .*\bmonitored\b|^wird .*\buberwacht\b/],
    [
      'stage',
      /\bstage of .*(?:development|life ?cycle|lifecycle)\b|^(?:in )?(?:what|which|welche\w*|quel\w*|que|in welke) .*\b(?:stage|phase|fase|etape|stade)\b/,
    ],
    ['operationalAt', /\bdate .*\b(?:became|becomes|become|was|first) operational\b|\bdate .*\bimplemented\b/],
    ['deployedAt', new RegExp(`\\b(?:date|when|since when|wann|quand|wanneer|cuando|quando)\\b.*\\b(?:${USE})\\b`)],
    [
      'retiredAt',
      /\b(?:date|when|wann|quand|wanneer|cuando)\b.*\b(?:retired?|decommissioned|discontinued|abgeschaltet|stillgelegt|retirado)\b/,
    ],
  ] as const
).map(([field, pattern]) => [field, (header: string) => pattern.test(header)]);

/** Asked last: a column that names the stage says more. */
export const DEPLOYED_QUESTION: readonly [field: ImportField, asks: (header: string) => boolean] = [
  'stage',
  asksDeployed,
];
