import { list } from '../cells/phrases';
import type { Headers } from './headers';

/** Norwegian, Danish and Swedish share so many words that they are one list. */
export const SCANDINAVIAN: Headers = {
  name: list(`Navn, Modellnavn, Prosjektnavn, Systemnavn, Navn på modell, Navn på system, Navn på løsning, Tittel, Løsning,
    Modelnavn, Projektnavn, Navn på algoritme, Titel, Løsningens navn,
    Namn, Modellnamn, Projektnamn, Systemets namn, Benämning`),
  stage:
    list(`Status, Fase, Livsløpsfase, Utviklingsfase, Prosjektstatus, Livscyklusfase, Udviklingsfase, Fas, Livscykelfas,
    Utvecklingsfas`),
  tier: list(
    `Risikonivå, Risikoklasse, Risiko, Risikokategori, Høyrisiko, Risikoniveau, Højrisiko, Risknivå, Riskklass, Risk, Högrisk`,
  ),
  criticality: list('Kritikalitet, Forretningskritikalitet, Kritisk'),
  businessOwner:
    list(`Kontaktperson, Ansvarlig, Eier, Modelleier, Prosjekteier, Kontakt, Ansvarlig person, Ejer, Modelejer, Kontaktoplysninger,
    Ansvarig, Ägare, Modellägare, Kontaktuppgifter`),
  technicalOwner: list('Teknisk ansvarlig, Utvikler, Teknisk kontakt, Udvikler, Teknisk ansvarig, Utvecklare'),
  purpose: list(
    'Formål, Beskrivelse, Kort beskrivelse, Målsetting, Formålsbeskrivelse, Syfte, Beskrivning, Kort beskrivning, Ändamål',
  ),
  type: list('Modelltype, Type algoritme, Metode, Teknologi, Modeltype, Algoritmetype, Modelltyp, Teknik, Metod'),
  externalId: list(
    'Prosjektnummer, Referanse, Identifikator, Projektnummer, Reference, Referens, Diarienummer, Identifierare',
  ),
  externalUrl: list('Lenke, Nettside, Nettadresse, Hjemmeside, Länk, Webbplats, Webbadress'),
  updateFrequency: list('Oppdateringsfrekvens, Opdateringsfrekvens, Uppdateringsfrekvens, Uppdateringsintervall'),
  origin: list('Opprinnelse, Utviklet av, Anskaffelse, Udviklet af, Oprindelse, Utvecklad av, Ursprung, Upphandling'),
  personalData:
    list(`Personopplysninger, Behandler personopplysninger, Inneholder personopplysninger, Personoplysninger,
    Behandler personoplysninger, Indeholder personoplysninger, Personuppgifter, Behandlar personuppgifter, Innehåller personuppgifter`),
  annualRunCost: list('Årlig kostnad, Driftskostnad, Årlige omkostninger, Driftsomkostninger, Årskostnad'),
  annualValue: list('Årlig gevinst, Årlig verdi, Årlig værdi, Årligt värde, Årlig nytta'),
  nextReview: list(
    'Neste gjennomgang, Neste vurdering, Næste gennemgang, Næste vurdering, Nästa granskning, Nästa översyn',
  ),
  tags: list('Stikkord, Emneord, Tema, Nøgleord, Nyckelord, Ämne'),
  notes: list('Merknad, Merknader, Kommentar, Bemærkning, Bemærkninger, Anmärkning, Anmärkningar'),
  version: list('Versjon, Modellversjon, Modelversion, Modellversion'),
  monitored: list('Overvåket, Overvåkes, Overvåges, Overvågning, Övervakas, Övervakning'),
  proposedAt: list('Oppstart, Oppstartsdato, Prosjektstart, Projektstart, Projektets start'),
  validationAt: list('Pilotstart, Validert, Valideret, Validerad'),
  deployedAt:
    list(`Satt i drift, I drift siden, Produksjonssatt, Produksjonsdato, Tatt i bruk, Idriftsatt, Sat i drift, I brug siden,
    Taget i brug, Idriftsættelse, Ibrugtagning, I drift sedan, Driftsatt, Driftsättning, Tagen i bruk, I bruk sedan`),
  operationalAt: list('Startdato, Startdatum, Idriftsettelse'),
  retiredAt:
    list(`Avsluttet, Sluttdato, Utfaset, Tatt ut av drift, Slutdato, Afsluttet, Udfaset, Slutdatum, Avvecklad, Avslutad,
    Tagen ur drift`),
};

export const POLISH: Headers = {
  name: list('Nazwa, Nazwa modelu, Nazwa systemu, Nazwa algorytmu, Nazwa rozwiązania, Nazwa narzędzia, Tytuł'),
  stage: list('Status, Etap, Faza, Stan, Etap rozwoju, Faza cyklu życia'),
  tier: list('Poziom ryzyka, Klasa ryzyka, Kategoria ryzyka, Ryzyko, Wysokie ryzyko'),
  criticality: list('Krytyczność'),
  businessOwner: list(
    'Właściciel, Właściciel biznesowy, Właściciel modelu, Osoba odpowiedzialna, Kontakt, Osoba do kontaktu',
  ),
  technicalOwner: list('Właściciel techniczny, Deweloper, Kontakt techniczny'),
  purpose: list('Cel, Opis, Krótki opis, Przeznaczenie'),
  type: list('Typ modelu, Rodzaj modelu, Technologia, Metoda'),
  externalId: list('Identyfikator, Numer, Numer referencyjny'),
  externalUrl: list('Strona internetowa, Adres strony, Odnośnik'),
  updateFrequency: list('Częstotliwość aktualizacji'),
  personalData: list('Dane osobowe, Przetwarza dane osobowe, Zawiera dane osobowe'),
  annualRunCost: list('Koszt roczny, Roczny koszt'),
  nextReview: list('Następny przegląd, Następna weryfikacja'),
  notes: list('Uwagi, Komentarz'),
  version: list('Wersja, Wersja modelu'),
  monitored: list('Monitorowany'),
  deployedAt: list('Data wdrożenia, Wdrożono, W produkcji od, Data uruchomienia'),
  retiredAt: list('Data wycofania, Wycofano, Data zakończenia'),
};
