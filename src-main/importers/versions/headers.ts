import type { VersionImportField } from '#contract/models/import-versions';
import { list } from '../cells/phrases';

/** Headers under which the fields of a version history come, the likeliest first; English, German, French. */
export const VERSION_HEADERS: Readonly<Record<VersionImportField, readonly string[]>> = {
  model: list(`model name, model, registered model name, registered model, ml model, model id, use case, name, system
    name, algorithm name, modellname, modell, modellbezeichnung, modell name, nom du modèle, modèle, nom`),
  version: list(`version, model version, version number, version no, version id, release version, version name, release,
    versionsnummer, modellversion, versionsname, version nr, numéro de version, version du modèle, n version`),
  liveFrom:
    list(`live from, live since, went live, went live on, go live date, go live, golive, live date, live on, date live,
    deployed on, deployed at, deployed, deployment date, date deployed, date of deployment, in production since, in production
    from, production since, production date, promoted on, promoted at, released on, released at, release date, released, valid
    from, effective from, start date, start, from, since, live, date, day, live ab, live seit, produktiv seit, produktiv ab,
    in produktion seit, in produktion ab, in betrieb seit, in betrieb ab, im einsatz seit, einsatz ab, inbetriebnahme,
    inbetriebnahme am, produktivsetzung, freigabe am, freigabedatum, gültig ab, gültig von, ab, von, seit, datum,
    mise en production, mis en production le, date de mise en production, en production depuis, en service depuis, mise en
    service, date de mise en service, date de déploiement, déployé le, en ligne depuis,
    valable dès, depuis, dès, début, date de début, du`),
  liveUntil:
    list(`live until, live to, live till, until, till, valid until, valid to, effective to, end date, end, to, retired on,
    retired at, retired, replaced on, superseded on, decommissioned on, withdrawn on, live bis, produktiv bis, in produktion
    bis, in betrieb bis, im einsatz bis, gültig bis, außer betrieb seit, abgelöst am, bis, en production jusquau, en service jusquau, en ligne jusquau, jusquau, jusquà, remplacé le, retiré le, date de fin, fin, au`),
  stage:
    list(`current stage, version stage, stage, lifecycle stage, version status, status, state, phase, stufe, zustand,
    statut, état, étape, phase de vie`),
  alias: list('alias, aliases, version alias, alias name, version aliases'),
  registeredAt:
    list(`creation timestamp, creation time, creation date, created at, created on, created, date created, registered at,
    registered on, registration date, registered, erstellt am, angelegt am, registriert am, erstellungsdatum, créé le, date de création, enregistré le`),
};

/** Headers of which one shows that a row is a version, whether or not models repeat. */
export const VERSION_MARKS: readonly string[] = list(
  'run id, run link, registered model name, aliases, version alias, alias',
);

/** Headers of an inventory: a table that has several of them tells of models, unless these repeat a lot. */
export const INVENTORY_MARKS: readonly string[] =
  list(`owner, business owner, model owner, technical owner, tier, risk tier, unit, business
  unit, department, agency, bureau, purpose, description, use case description, criticality, personal data, update frequency,
  intended purpose, cost, value, fachbereich, abteilung, besitzer, zweck, beschreibung, département, propriétaire, objet`);
