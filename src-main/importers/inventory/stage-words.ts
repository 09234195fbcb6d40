import { list } from '../cells/phrases';
import type { Synonyms } from './synonyms';

/**
 * What the words of other inventories and registers mean as a stage. "Pre-deployment" is the stage in front of a pilot: the US
 * guidance that coined it explains it as being in development or acquisition.
 */
export const STAGE_WORDS: readonly Synonyms[] = [
  {
    to: 'proposed',
    exact:
      list(`idea, ideation, proposed, proposal, planned, planned not in production, planning, initiated, initiation, concept,
      backlog, intake, requested, under consideration, not started, discovery, design, scoping,
      Idee, vorgeschlagen, Vorschlag, geplant, in Planung, Planung, Konzept, Konzeption, Konzeptphase, beantragt, Ideenphase,
      idée, proposé, planifié, prévu, à l'étude, en projet, conception, cadrage,
      idee, voorgesteld, gepland, in voorbereiding, voorbereiding, concept fase,
      propuesto, planificado, previsto, en estudio, diseño, ideación,
      proposto, pianificato, in studio, ideazione, planejado, em estudo, planeado,
      planlagt, idé, foreslått, foreslået, under planlegging, planerad, föreslagen, planowany, w planach, pomysł`),
  },
  {
    to: 'data_preparation',
    exact: list(`data preparation, data prep, data collection, data gathering, data engineering, feature engineering,
      Datenaufbereitung, Datenvorbereitung, Datensammlung, préparation des données, collecte des données, datavoorbereiding,
      gegevensverzameling, preparación de datos, recogida de datos, preparazione dei dati, preparação de dados`),
  },
  {
    to: 'training',
    exact:
      list(`training, development, in development, under development, in progress, developing, build, building, modelling,
      modeling, experimentation, prototype, prototyping, poc, proof of concept, development and acquisition, acquisition and or
      development, acquisition and development, research and development, research, pre deployment, alpha, acquisition,
      in Entwicklung, Entwicklung, in Arbeit, Aufbau, Prototyp, im Aufbau, Modellierung, Machbarkeitsstudie,
      en développement, développement, en cours de développement, en cours, prototype, entraînement, apprentissage,
      in ontwikkeling, ontwikkeling, ontwikkelfase, in opbouw, prototype fase,
      en desarrollo, desarrollo, prototipo, entrenamiento, en curso,
      in sviluppo, sviluppo, in corso, addestramento, em desenvolvimento, desenvolvimento, protótipo, treinamento,
      under utvikling, i utvikling, utvikling, under udvikling, udvikling, under utveckling, utveckling, pågår, w trakcie rozwoju,
      w rozwoju, w budowie, rozwój, w opracowaniu`),
    starts: list('in development, under development, pre deployment, development, in Entwicklung, en développement'),
    holds: list('development or acquisition status, development or acquisition'),
  },
  {
    to: 'validation',
    exact: list(`validation, in validation, testing, in testing, test, uat, pilot, piloting, in pilot, pre production,
      preproduction, staging, shadow, shadow mode, beta, beta pilot, pilot beta, implementation, implementation and assessment,
      awaiting approval, approved for deployment, limited test, trial, sandbox, evaluation, pilot phase,
      Pilot, Pilotphase, Pilotbetrieb, Pilotierung, im Test, Testphase, Testbetrieb, Erprobung, Abnahme, Validierung,
      in Validierung, in Prüfung, Einführung,
      pilote, en pilote, en test, phase pilote, expérimentation, en expérimentation, recette, en validation,
      pilotfase, testfase, in test, proef, validatie, proeffase,
      piloto, en pruebas, pruebas, fase piloto, validación, en validación,
      pilota, in prova, sperimentazione, convalida, em teste, fase piloto, validação, em validação, homologação,
      pilotering, utprøving, uttesting, afprøvning, under afprøvning, testning, utprovning, pilotaż, w testach, testy`),
    starts: list('pilot, beta'),
    holds: list('limited test or pilot, pilot capacity'),
  },
  {
    to: 'deployed',
    exact:
      list(`deployed, deployment, production, in production, in prod, prod, live, in use, active, operational, in operation, operation,
      operations, operation and maintenance, operations and maintenance, in mission, released, launched, implemented, go live,
      post deployment, running, in service, fully deployed,
      produktiv, in Produktion, Produktion, Produktivbetrieb, im Betrieb, in Betrieb, im Einsatz, eingesetzt, Regelbetrieb,
      Wirkbetrieb, aktiv, in Nutzung, eingeführt, Betrieb,
      en production, déployé, en service, en exploitation, actif, en usage, utilisé, opérationnel, mis en service,
      in productie, in gebruik, operationeel, actief, uitgerold, productie,
      en producción, desplegado, en uso, operativo, activo, en funcionamiento, implantado, producción,
      in produzione, in esercizio, operativo, attivo, in uso,
      em produção, implantado, em uso, ativo, em operação, em funcionamento,
      i bruk, i drift, i produksjon, satt i drift, aktiv, i brug, i produktion, idriftsat, w produkcji, wdrożony, w użyciu, działający`),
    starts: list('deployed, operation and maintenance, in production, in use'),
    holds: list('being actively authorized or utilized, actively being used, actively used'),
  },
  {
    to: 'monitored',
    exact:
      list(`monitored, monitoring, deployed and monitored, in production monitored, production monitored, überwacht,
      in Überwachung, surveillé, en surveillance, bewaakt, monitorizado, monitoreado, monitorato, monitorado`),
  },
  {
    to: 'retraining',
    exact: list(`retraining, in retraining, re training, being retrained, recalibration, redevelopment, Neutraining,
      im Neutraining, Nachtraining, Rekalibrierung, réentraînement, hertraining, reentrenamiento, riaddestramento, retreinamento`),
  },
  {
    to: 'retired',
    exact:
      list(`retired, sunset, sunsetted, disposal, disposition, decommissioned, decommission, discontinued, archived, end of
      life, eol, deprecated, terminated, cancelled, canceled, inactive, withdrawn, replaced, closed, research or administrative
      action complete, no longer used, no longer in use, ended, stopped,
      stillgelegt, abgeschaltet, außer Betrieb, eingestellt, abgelöst, archiviert, beendet, inaktiv, ausgemustert, ersetzt,
      nicht mehr im Einsatz,
      retiré, arrêté, abandonné, hors service, décommissionné, archivé, terminé, désactivé, inactif,
      buiten gebruik, uitgefaseerd, gestopt, beëindigd, gearchiveerd, niet meer in gebruik, inactief,
      retirado, dado de baja, descontinuado, archivado, fuera de servicio, inactivo, en desuso,
      dismesso, ritirato, archiviato, cessato, desativado, descontinuado, retirado, arquivado,
      avsluttet, utfaset, tatt ut av drift, ikke i bruk, afsluttet, udfaset, ikke i brug, avvecklad, avslutad, ej i bruk, ur drift,
      wycofany, zakończony, wyłączony`),
    starts: list('retired, decommissioned, no longer'),
    holds: list('use has since been discontinued, has been discontinued'),
  },
];
