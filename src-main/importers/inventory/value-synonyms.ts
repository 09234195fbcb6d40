import type { ImportField } from '#contract/imports/import-field';
import type { FieldWith } from '#domain/models/model-fields';
import { list, NO, plainWords, YES } from '../cells/phrases';
import { asksDeployed } from './header-questions';
import { guessAutonomy, guessKind } from './kind-words';
import { STAGE_WORDS } from './stage-words';
import { compileSynonyms, phrases, type Synonyms } from './synonyms';

const TIER: readonly Synonyms[] = [
  {
    to: '1',
    exact:
      list(`1, tier 1, t1, tier i, high, very high, critical, high risk, high impact, high materiality, major, both, rights
      impacting, safety impacting, rights and safety impacting, unacceptable, level 1, category 1,
      hoch, sehr hoch, hohes Risiko, Hochrisiko, kritisch, wesentlich, élevé, haut, haut risque, risque élevé, critique, hoog,
      hoog risico, hoogrisico, impactvolle algoritmes, kritiek, alto, alta, alto riesgo, riesgo alto, crítico, alto rischio, alto risco,
      høy, høyrisiko, høj, højrisiko, hög, högrisk, wysokie, wysoki`),
  },
  {
    to: '2',
    exact:
      list(`2, tier 2, t2, tier ii, medium, moderate, medium risk, moderate risk, medium impact, medium materiality, limited,
      limited risk, level 2, category 2, mittel, mittleres Risiko, begrenzt, begrenztes Risiko, moyen, modéré, limité, risque limité,
      gemiddeld, middel, beperkt, beperkt risico, medio, media, moderado, riesgo limitado, limitado, rischio limitato, médio,
      middels, moderat, begrenset, mellem, begrænset, medel, begränsad, średnie, średni, umiarkowane`),
  },
  {
    to: '3',
    exact:
      list(`3, tier 3, t3, tier iii, low, very low, minimal, minor, low risk, minimal risk, low impact, low materiality,
      neither, not high impact, non high impact, not high risk, level 3, category 3, niedrig, gering, geringes Risiko, sehr gering,
      minimales Risiko, kein Hochrisiko, faible, minime, risque minimal, risque faible, laag, laag risico, minimaal, overige algoritmes,
      bajo, baja, mínimo, riesgo bajo, riesgo mínimo, basso, minimo, rischio basso, baixo, lav, låg, niskie, niski`),
    starts: list('presumed high impact but, presumed high impact determined, not high impact'),
  },
];

const FREQUENCY: readonly Synonyms[] = [
  {
    to: 'ad_hoc',
    exact:
      list(`ad hoc, adhoc, as needed, on demand, on request, irregular, irregularly, manual, when required, bei Bedarf,
      nach Bedarf, anlassbezogen, unregelmäßig, à la demande, au besoin, ponctuel, naar behoefte, op verzoek, incidenteel,
      a demanda, según necesidad, puntual, al bisogno, sob demanda`),
  },
  {
    to: 'yearly',
    exact:
      list(`yearly, annual, annually, every year, once a year, every 12 months, 12 months, per year, jährlich, einmal im Jahr,
      annuel, annuelle, annuellement, tous les ans, jaarlijks, per jaar, anual, anualmente, annuale`),
  },
  {
    to: 'half_yearly',
    exact:
      list(`half yearly, semi annual, semi annually, semiannual, semiannually, biannual, twice a year, every 6 months,
      every six months, 6 months, halbjährlich, semestriel, semestrielle, tous les six mois, halfjaarlijks, semestral, semestrale`),
  },
  {
    to: 'quarterly',
    exact: list(`quarterly, every quarter, every 3 months, every three months, 3 months, once a quarter, quartalsweise,
      vierteljährlich, pro Quartal, trimestriel, trimestrielle, tous les trois mois, per kwartaal, trimestral, trimestrale`),
  },
  {
    to: 'monthly',
    exact: list(
      'monthly, every month, once a month, 1 month, monatlich, mensuel, mensuelle, maandelijks, mensual, mensile, mensal',
    ),
  },
  {
    to: 'weekly',
    exact: list(
      'weekly, every week, once a week, wöchentlich, hebdomadaire, chaque semaine, wekelijks, semanal, settimanale',
    ),
  },
  {
    to: 'daily',
    exact:
      list(`daily, every day, nightly, once a day, täglich, quotidien, quotidienne, chaque jour, dagelijks, diario, diaria,
      giornaliero, quotidiano, diário`),
  },
  {
    to: 'on_drift',
    exact:
      list(`on drift, drift, drift triggered, on performance drop, trigger based, triggered by drift, when drift is detected,
      bei Drift, en cas de dérive, bij drift`),
  },
];

const ORIGIN: readonly Synonyms[] = [
  {
    to: 'in_house',
    exact:
      list(`in house, inhouse, internal, internally, internally developed, developed in house, in house development, built,
      build, own development, proprietary, no contract external resources used in development, Eigenentwicklung, intern,
      selbst entwickelt, Inhouse-Entwicklung, eigen, interne, développé en interne, développement interne, en interne,
      zelf ontwikkeld, eigen ontwikkeling, interno, desarrollo propio, desarrollo interno, propio, sviluppo interno,
      desenvolvimento interno`),
  },
  {
    to: 'vendor',
    exact:
      list(`vendor, external, third party, 3rd party, bought, buy, purchased, purchased from a vendor, vendor purchased, cots,
      commercial, commercial off the shelf, contract, contractor, contracted, outsourced, supplier, developed with contracting
      resources, developed under contract, exclusively developed with contract external resources, saas, Zukauf, zugekauft,
      eingekauft, extern, Fremdentwicklung, Anbieter, Lieferant, Dienstleister, Standardsoftware, externe, fournisseur, prestataire,
      acheté, éditeur, ingekocht, leverancier, aangekocht, externo, proveedor, comprado, adquirido, esterno, fornitore,
      acquistato, fornecedor`),
  },
  {
    to: 'both',
    exact:
      list(`both, hybrid, mixed, combination, in house and vendor, in house and contract, in house contractor, in house and contractor, contractor and in house, contract and in house, contracting and
      in house, both in house and contract, beides, gemischt, intern und extern, mixte, les deux, interne et externe, beide,
      gemengd, intern en extern, ambos, mixto, misto, entrambi`),
    starts: list('developed with both, developed with a combination'),
  },
];

const CRITICALITY: readonly Synonyms[] = [
  {
    to: 'low',
    exact:
      list(`low, minor, very low, non critical, not critical, niedrig, gering, unkritisch, faible, laag, bajo, baja, basso,
      baixo`),
  },
  {
    to: 'medium',
    exact: list('medium, moderate, normal, standard, mittel, moyen, moyenne, gemiddeld, medio, media, médio'),
  },
  {
    to: 'high',
    exact: list('high, important, major, business critical, hoch, élevé, élevée, haute, hoog, alto, alta'),
  },
  {
    to: 'critical',
    exact:
      list(`critical, very high, mission critical, essential, vital, kritisch, sehr hoch, geschäftskritisch, critique,
      kritiek, zeer hoog, crítico, crítica, muy alto, critico`),
  },
];

const PERSONAL_DATA: readonly Synonyms[] = [
  {
    to: 'yes',
    exact: phrases(
      YES,
      'contains pii, pii, personal, personal data, sensitive, personenbezogen, personenbezogene Daten',
    ),
    starts: list('yes, ja, oui'),
  },
  {
    to: 'no',
    exact: phrases(
      NO,
      'no pii, no personal data, anonymous, anonymised, anonymized, non personal, anonym, keine, anonymisiert',
    ),
    starts: list('no, nein, non, nee, keine'),
  },
  { to: 'unknown', exact: list('unknown, not assessed, to be assessed, unbekannt, inconnu, onbekend, desconocido') },
];

const MONITORED: readonly Synonyms[] = [
  {
    to: 'yes',
    exact: phrases(
      YES,
      'automated, automatic, manual, monitored, active, in place, established, automatisch, manuell, überwacht',
    ),
    starts: list('yes, automated and regularly, established process, intermittent and manually, ja, oui'),
  },
  {
    // What is being set up does not watch yet.
    to: 'no',
    exact: phrases(
      NO,
      'not monitored, not in place, in progress, planned, nicht überwacht, im Aufbau, geplant, en cours, prévu',
    ),
    starts: list('no monitoring, development of monitoring protocols'),
  },
];

/** Yes and no are an answer to "is it high-impact?", not to "which tier?". */
const HIGH_IMPACT: readonly Synonyms[] = [
  { to: '1', exact: YES },
  { to: '3', exact: NO },
];

/** That a model is not deployed does not say in which stage it is. */
const IS_DEPLOYED: readonly Synonyms[] = [
  { to: 'deployed', exact: YES, starts: list('yes, ja, oui') },
  { to: '', exact: NO, starts: list('no, not yet, nein, non, nee, noch nicht, pas encore') },
];

/** What is chosen from a closed vocabulary: such fields of a model, and what becomes its moves. */
type ChoiceTarget = FieldWith<{ readonly kind: 'choice'; readonly importedAs: string }> | 'stage' | 'monitored';

const GUESSES: Readonly<Record<ChoiceTarget, (text: string) => string | null>> = {
  stage: compileSynonyms(STAGE_WORDS),
  tier: compileSynonyms(TIER),
  updateFrequency: compileSynonyms(FREQUENCY),
  origin: compileSynonyms(ORIGIN),
  criticality: compileSynonyms(CRITICALITY),
  personalData: compileSynonyms(PERSONAL_DATA),
  monitored: compileSynonyms(MONITORED),
  kind: guessKind,
  autonomy: guessAutonomy,
};

// In "high-impact?" a bare 1 is a yes and a bare 0 a no: the later ones give way.
const guessHighImpact = compileSynonyms([...HIGH_IMPACT, ...TIER]);
const guessDeployed = compileSynonyms([...IS_DEPLOYED, ...STAGE_WORDS]);

/** The fields that take only certain values. */
export const CHOICE_FIELDS = Object.keys(GUESSES) as readonly ChoiceTarget[]; // its own keys

export const isChoiceField = (field: ImportField): field is ChoiceTarget => Object.hasOwn(GUESSES, field);

const ASKS_HIGH_IMPACT =
  /\bhigh (impact|risk)\b|\bhochrisiko|\bhaut risque\b|\bhoog risico\b|\balto (riesgo|rischio|risco)\b/;

/** What a cell of this field most likely means, as a mapping would say it ('' for nothing); `null` when it is not known. */
export function guessValue(field: ImportField, header: string, text: string): string | null {
  if (!isChoiceField(field)) return null;
  const asked = plainWords(header);
  if (field === 'tier' && ASKS_HIGH_IMPACT.test(asked)) return guessHighImpact(text);
  if (field === 'stage' && asksDeployed(asked)) return guessDeployed(text);
  return GUESSES[field](text);
}
