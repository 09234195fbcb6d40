import type { StageMeaning } from '#contract/models/import-versions';
import { fold } from '#domain/base/fold';
import { list, plainWords } from '../cells/phrases';

const MEANINGS: ReadonlyMap<string, StageMeaning> = new Map([
  ...meaning(
    'live',
    `production, prod, in production, live, deployed, active, in use, in service, serving, champion, current, online, operational,
    monitored, produktion, produktiv, in produktion, in betrieb, im einsatz, aktiv, en production, en service, en ligne, actif`,
  ),
  ...meaning(
    'ended',
    `archived, archive, retired, deprecated, decommissioned, superseded, replaced, withdrawn, inactive, rolled back, ended, former,
    archiviert, abgelöst, ersetzt, stillgelegt, außer betrieb, inaktiv, archivé, retiré, remplacé, hors service, inactif`,
  ),
  ...meaning(
    'not_live',
    `none, staging, candidate, challenger, shadow, test, testing, in test, qa, uat, development, dev, in development, draft, registered,
    proposed, training, validation, validated, in validation, pending, pending approval, rejected, experiment, experimental, planned,
    canary, abgelehnt, entwurf, entwicklung, in entwicklung, geplant, in prüfung, kandidat, brouillon, développement, en développement,
    rejeté, prévu, candidat`,
  ),
]);

function meaning(to: StageMeaning, phrases: string): readonly (readonly [string, StageMeaning])[] {
  return list(phrases).map((phrase) => [phrase, to] as const);
}

/** What a word of a stage says, as the person chose, else as it is known here; '' where it says nothing about being live. */
export function stageMeaning(chosen: ReadonlyMap<string, StageMeaning>, text: string): StageMeaning {
  return chosen.get(fold(text)) ?? MEANINGS.get(plainWords(text)) ?? '';
}

const LIVE_ALIASES = new Set(list('champion, production, prod, live, current, produktion, produktiv'));

/** Whether one of the aliases is what registries call the version that serves. */
export const isLiveAlias = (alias: string): boolean =>
  alias.split(', ').some((one) => LIVE_ALIASES.has(plainWords(one)));
