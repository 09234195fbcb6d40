import type { IncidentImportField } from '#contract/incidents/import';
import { list } from '../cells/phrases';

/** What ticket systems of German, French, Dutch, Spanish and Italian houses call a field. */
export const OTHER_LANGUAGES: Partial<Readonly<Record<IncidentImportField, readonly string[]>>> = {
  externalId:
    list(`Ticketnummer, Ticket-Nr, Ticket-ID, Störungsnummer, Störungs-ID, Vorfallnummer, Vorfalls-ID, Vorgangsnummer,
    Incidentnummer, Meldungsnummer, Fallnummer, numéro de ticket, n° de ticket, numéro d'incident, n° incident, référence incident,
    ticketnr, incidentnr, meldingsnummer, storingsnummer, número de ticket, número de incidencia, id incidencia, numero ticket,
    numero incidente, Nummer, numéro, número`),
  title:
    list(`Kurzbeschreibung, Störung, Störungsbeschreibung, Betreff, Titel, Zusammenfassung, Thema, Vorfall, titre, objet, résumé,
    incident, intitulé, onderwerp, titel, samenvatting, storing, korte omschrijving, asunto, título, resumen, incidencia, oggetto,
    titolo, incidente`),
  description: list(
    'Beschreibung, Langbeschreibung, Details, détails, omschrijving, beschrijving, descripción, descrizione',
  ),
  status: list('Zustand, Bearbeitungsstatus, Ticketstatus, statut, état, toestand, estado, stato'),
  severity:
    list(`Priorität, Prio, Schweregrad, Dringlichkeit, Auswirkung, priorité, gravité, sévérité, urgence, prioriteit, ernst,
    urgentie, prioridad, gravedad, severidad, urgencia, priorità, gravità`),
  openedAt:
    list(`Eröffnet, Eröffnet am, Eröffnungsdatum, Geöffnet am, Gemeldet am, Meldezeitpunkt, Erfasst am, Erstellt, Erstellt am,
    Störungsbeginn, Eingang, Eingangsdatum, ouvert le, date d'ouverture, créé le, date de création, déclaré le, signalé le,
    geopend, geopend op, aangemaakt op, gemeld op, aanmaakdatum, begin storing, abierto, abierto el, fecha de apertura, creado,
    creado el, fecha de creación, aperto il, data di apertura, creato il`),
  detectedAt: list('Entdeckt am, Erkannt am, détecté le, ontdekt op, detectado el, rilevato il'),
  acknowledgedAt:
    list(`Angenommen, Angenommen am, Quittiert am, Bearbeitungsbeginn, Erste Reaktion, pris en charge le, accepté le,
    in behandeling genomen, aangenomen op, aceptado el, preso in carico il`),
  mitigatedAt: list('Wiederhergestellt am, Entstört am, rétabli le, hersteld op, restablecido el, ripristinato il'),
  resolvedAt: list(`Gelöst, Gelöst am, Behoben, Behoben am, Lösungsdatum, Erledigt am, Störungsende, résolu le, date de
    résolution, opgelost, opgelost op, oplosdatum, einde storing, resuelto, resuelto el, fecha de resolución, risolto il, data di
    risoluzione`),
  closedAt:
    list(`Geschlossen, Geschlossen am, Abgeschlossen am, Abschlussdatum, clos le, fermé le, date de clôture, clôturé le,
    gesloten, gesloten op, sluitdatum, cerrado, cerrado el, fecha de cierre, chiuso il, data di chiusura`),
  timeToResolve: list('Lösungszeit, Behebungsdauer, délai de résolution, oplostijd'),
  reopenCount: list('Wiedereröffnungen, réouvertures, heropend'),
  cause: list('Ursache, Grundursache, Ursachenkategorie, cause racine, oorzaak, causa, causa raíz'),
  detectedBy: list('Meldeweg, Gemeldet durch, Eingangskanal, Kanal, canal, meldwijze, kanaal'),
  owner:
    list(`Bearbeiter, Zugewiesen an, Zuständig, Bearbeitet von, affecté à, assigné à, behandelaar, toegewezen aan, asignado a,
    responsable, assegnato a`),
  model:
    list(`Betroffenes Modell, Modell, Betroffenes System, Betroffener Service, Konfigurationselement, modèle, modèle concerné,
    système concerné, betrokken systeem, modelo, modelo afectado, modello, sistema interessato`),
  externalUrl: list('Verweis, lien, koppeling, enlace'),
};
