import { describe, expect, it } from 'vitest';
import { understood } from '../testing/understood';

/** Invented rows in the form that registers and houses write theirs in. */
describe('an inventory in the words of its country', () => {
  it('German: a bank', async () => {
    const read = await understood(
      'Modell-ID | Modellname | Geschäftsbereich | Abteilung | Zweck | Status | Risikoklasse | Kritikalität | Modellart | Herkunft | Personenbezogene Daten | Produktiv seit | Fachverantwortlicher | Aktualisierungsfrequenz | Nächste Überprüfung | Jährliche Kosten',
      'M1 | Scoring | Privatkunden | Kredit | Bonität | In Betrieb | hoch | kritisch | GBM | Eigenentwicklung | ja | 01.03.2024 | A | vierteljährlich | 31.12.2026 | 1.234,50',
      'M2 | Betrug | Privatkunden | Karten | Betrug | Pilotphase | mittel | hoch | Regeln | Zukauf | nein |  | B | jährlich | 30.06.2027 | 2.000,00',
      'M3 | Alt | Firmen | Kredit | Alt | Außer Betrieb | gering | niedrig | GLM | extern | ja | März 2021 | C | bei Bedarf |  | ',
    );
    expect(read.problems).toEqual([]);
    expect(read.columns).toMatchObject({ unit: ['Geschäftsbereich', 'Abteilung'], deployedAt: ['Produktiv seit'] });
    expect(read.models).toMatchObject([
      {
        name: 'Scoring',
        stage: 'deployed',
        tier: 1,
        criticality: 'critical',
        origin: 'in_house',
        personalData: 'yes',
        businessOwner: 'A',
        updateFrequency: 'quarterly',
        annualRunCostMinor: 123_450,
        nextReview: '2026-12-31',
        events: ['deployed 1 Mar 2024'],
      },
      { name: 'Betrug', stage: 'validation', tier: 2, origin: 'vendor', personalData: 'no', updateFrequency: 'yearly' },
      {
        name: 'Alt',
        stage: 'retired',
        tier: 3,
        origin: 'vendor',
        updateFrequency: 'ad_hoc',
        events: ['deployed Mar 2021', 'retired ?'],
      },
    ]);
  });

  it('German without umlauts', async () => {
    const read = await understood(
      'Bezeichnung | Geschaeftsbereich | Phase | Naechste Pruefung',
      'A | Vertrieb | Ausser Betrieb | 31.01.2027',
      'B | Vertrieb | in Pruefung | 31.01.2027',
    );
    expect(read.columns).toEqual({
      name: ['Bezeichnung'],
      unit: ['Geschaeftsbereich'],
      stage: ['Phase'],
      nextReview: ['Naechste Pruefung'],
    });
    expect(read.models.map(({ stage }) => stage)).toEqual(['retired', 'validation']);
  });

  it('French: a register of algorithms', async () => {
    const read = await understood(
      "Nom de l'algorithme | Administration responsable | Direction | Finalité | Statut | Données à caractère personnel | Date de mise en service | Lien | Niveau de risque",
      'Affectation | Ministère X | Numérique | Affecter | En production | oui | 15/09/2022 | https://x.test/a | élevé',
      'Tri | Ministère X | Achats | Trier | En expérimentation | non | 03/2025 | https://x.test/b | faible',
      'Vieux | Ministère X | Achats | Trier | Abandonné | non | 2019 | https://x.test/c | limité',
    );
    expect(read.problems).toEqual([]);
    expect(read.models).toMatchObject([
      {
        name: 'Affectation',
        unit: 'Ministère X / Numérique',
        purpose: 'Affecter',
        stage: 'deployed',
        personalData: 'yes',
        tier: 1,
        events: ['deployed 15 Sep 2022'],
      },
      { stage: 'validation', personalData: 'no', tier: 3, events: ['validation Mar 2025'] },
      { stage: 'retired', tier: 2, events: ['deployed 2019', 'retired ?'] },
    ]);
  });

  it('Dutch: a register of algorithms', async () => {
    const read = await understood(
      'Naam | Organisatie | Afdeling | Korte omschrijving | Status | Publicatiecategorie | Begindatum | Einddatum | Link naar website | LARS-code',
      'Parkeren | Gemeente Y | Verkeer | Scant | In gebruik | Impactvolle algoritmes | 01-02-2023 |  | https://y.test | 1',
      'Chat | Gemeente Y | Dienst | Praat | In ontwikkeling | Overige algoritmes |  |  | https://y.test/2 | 2',
      'Oud | Gemeente Y | Dienst | Deed | Buiten gebruik | Hoog-risico AI-systeem | 13-02-2019 | 01-06-2024 | https://y.test/3 | 3',
    );
    expect(read.models).toMatchObject([
      { name: 'Parkeren', unit: 'Gemeente Y / Verkeer', stage: 'deployed', tier: 1, events: ['deployed 1 Feb 2023'] },
      { stage: 'training', tier: 3 },
      { stage: 'retired', events: ['deployed 13 Feb 2019', 'retired 1 Jun 2024'] },
    ]);
    // A class that nobody has mapped is named, not guessed.
    expect(read.problems).toEqual(['unknown_value Hoog-risico AI-systeem']);
  });

  it('Spanish', async () => {
    const read = await understood(
      'Nombre del sistema | Organismo | Finalidad | Estado | Nivel de riesgo | Datos personales | En producción desde',
      'Cita | Ayuntamiento | Citas | En producción | alto | sí | 13/05/2023',
      'Piloto | Ayuntamiento | Prueba | En pruebas | bajo | no | ',
    );
    expect(read.problems).toEqual([]);
    expect(read.models).toMatchObject([
      {
        name: 'Cita',
        unit: 'Ayuntamiento',
        stage: 'deployed',
        tier: 1,
        personalData: 'yes',
        events: ['deployed 13 May 2023'],
      },
      { name: 'Piloto', stage: 'validation', tier: 3, personalData: 'no' },
    ]);
  });

  it('Italian and Portuguese', async () => {
    const italian = await understood(
      'Denominazione | Ente | Finalità | Stato | Dati personali',
      'Uno | Comune | Scopo | In esercizio | sì',
      'Due | Comune | Scopo | Dismesso | no',
    );
    expect(italian.models).toMatchObject([
      { name: 'Uno', unit: 'Comune', stage: 'deployed', personalData: 'yes' },
      { stage: 'retired' },
    ]);
    const portuguese = await understood(
      'Nome do sistema | Órgão | Objetivo | Situação | Dados pessoais',
      'Um | Ministério | Fim | Em produção | sim',
      'Dois | Ministério | Fim | Em desenvolvimento | não',
    );
    expect(portuguese.models).toMatchObject([
      { name: 'Um', unit: 'Ministério', stage: 'deployed', personalData: 'yes' },
      { stage: 'training', personalData: 'no' },
    ]);
  });

  it('the United Kingdom: a record with its number of the question, and in snake case', async () => {
    const read = await understood(
      '1.1 Name | 1.2 Description | 1.3 Website URL | publishing_body | phase | 2.1 Senior responsible owner',
      'Eye | Sees | https://uk.test | DVLA | Beta/Pilot | Director',
      'Ear | Hears | https://uk.test/2 | DVLA | Production | Director',
    );
    expect(read.problems).toEqual([]);
    expect(read.models).toMatchObject([
      { name: 'Eye', unit: 'DVLA', purpose: 'Sees', stage: 'validation' },
      { name: 'Ear', stage: 'deployed' },
    ]);
  });

  it('Canada, New York, Helsinki', async () => {
    const canada = await understood(
      'name_ai_system_en | government_organization | description_ai_system_en | ai_system_status_en | ai_system_primary_users_en | involves_personal_information | status_date',
      'Claims | Veterans | Reads claims | In production | Employees | Y | 2024',
      'Chat | Transport | Answers | In development | Public | N | 2025',
    );
    expect(canada.models).toMatchObject([
      {
        name: 'Claims',
        unit: 'Veterans',
        purpose: 'Reads claims',
        stage: 'deployed',
        personalData: 'yes',
        events: ['deployed 2024'],
      },
      { name: 'Chat', stage: 'training', personalData: 'no', events: ['training 2025'] },
    ]);
    const newYork = await understood(
      'Agency | Tool Name | Purpose | Purpose Type | Date of Implementation | Vendor Name | Status',
      'Police | Match | Compares | x | 01/15/2020 | V | Active',
    );
    expect(newYork.models).toMatchObject([
      { name: 'Match', unit: 'Police', purpose: 'Compares', stage: 'deployed', events: ['deployed 15 Jan 2020'] },
    ]);
    const helsinki = await understood(
      'Title | Department | Short description | More information | Contact person',
      'Bot | Health | Talks | https://h.test | P',
    );
    expect(helsinki.models).toMatchObject([{ name: 'Bot', unit: 'Health', purpose: 'Talks', businessOwner: 'P' }]);
  });

  it('Norwegian, Swedish and Polish', async () => {
    const norwegian = await understood(
      'Prosjektnavn | Virksomhet | Beskrivelse | Status | Oppstart | Satt i drift | Avsluttet | Behandler personopplysninger | Risikonivå | Kontaktperson',
      'Sak | NAV | Leser saker | I bruk | 3.2.2022 | 14.06.2023 |  | Ja | Høy | Kari',
      'Kart | Kartverket | Tegner | Under utvikling | 13.05.2024 |  |  | Nei | Middels | Ola',
      'Gammel | NAV | Gjorde | Avsluttet | 01.01.2020 | 15.02.2021 | 30.06.2025 | Nei | Lav | Kari',
    );
    expect(norwegian.problems).toEqual([]);
    expect(norwegian.models).toMatchObject([
      {
        name: 'Sak',
        unit: 'NAV',
        purpose: 'Leser saker',
        stage: 'deployed',
        tier: 1,
        personalData: 'yes',
        businessOwner: 'Kari',
      },
      { stage: 'training', tier: 2, personalData: 'no', events: ['proposed 13 May 2024', 'training ?'] },
      { stage: 'retired', tier: 3, events: ['proposed 1 Jan 2020', 'deployed 15 Feb 2021', 'retired 30 Jun 2025'] },
    ]);
    const swedish = await understood(
      'Namn | Myndighet | Beskrivning | Status | Startdatum | Ansvarig | Personuppgifter | Risknivå',
      'Brev | Skatteverket | Läser | I drift | 2023-01-10 | Åsa | Ja | Hög',
      'Post | Skatteverket | Sorterar | Avvecklad |  | Åsa | Nej | Låg',
    );
    expect(swedish.problems).toEqual([]);
    expect(swedish.models).toMatchObject([
      {
        name: 'Brev',
        unit: 'Skatteverket',
        stage: 'deployed',
        tier: 1,
        personalData: 'yes',
        events: ['deployed 10 Jan 2023'],
      },
      { stage: 'retired', tier: 3, personalData: 'no' },
    ]);
    const polish = await understood(
      'Nazwa systemu | Jednostka | Cel | Status | Data wdrożenia | Właściciel | Dane osobowe | Poziom ryzyka',
      'Wniosek | ZUS | Czyta | W produkcji | 15.03.2023 | Żaneta | tak | wysokie',
      'Kolejka | NFZ | Układa | W trakcie rozwoju |  | Żaneta | nie | niskie',
    );
    expect(polish.problems).toEqual([]);
    expect(polish.models).toMatchObject([
      { name: 'Wniosek', unit: 'ZUS', purpose: 'Czyta', stage: 'deployed', tier: 1, personalData: 'yes' },
      { stage: 'training', tier: 3, personalData: 'no' },
    ]);
  });

  it('French: an inventory whose headers are questions', async () => {
    const read = await understood(
      "Quel est le nom de l'algorithme ? | Quelle administration en est responsable ? | Quelle direction ? | À quoi sert-il ? | Depuis quand est-il utilisé ? | Quel est son stade de développement ? | Traite-t-il des données à caractère personnel ? | Qui contacter ?",
      'Affectation | Ministère X | DGS | Affecter | janvier 2019 | En production | Oui | Mme A',
      'Tri | Ministère X | DGE | Trier |  | En développement | Non | M. B',
    );
    expect(read.problems).toEqual([]);
    expect(read.models).toMatchObject([
      {
        name: 'Affectation',
        unit: 'Ministère X / DGS',
        purpose: 'Affecter',
        stage: 'deployed',
        personalData: 'yes',
        businessOwner: 'Mme A',
        events: ['deployed Jan 2019'],
      },
      { name: 'Tri', unit: 'Ministère X / DGE', stage: 'training', personalData: 'no' },
    ]);
  });

  it('a running number is no number of a model', async () => {
    const read = await understood('Lfd. Nr. | Modellbezeichnung | Sparte', '1 | Schaden | Kfz', '2 | Storno | Leben');
    expect(read.columns).toEqual({ name: ['Modellbezeichnung'], unit: ['Sparte'] });
  });
});
