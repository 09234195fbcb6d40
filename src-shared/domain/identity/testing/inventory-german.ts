import { type InventedInventory, model } from './invented-inventory';

export const GERMAN: InventedInventory = {
  language: 'German',
  before: [
    model(
      'Kreditrisikobewertung Privatkunden',
      'Bank / Risikomanagement',
      'Bewertet Anträge von Privatkunden und schätzt die Wahrscheinlichkeit, dass ein Kredit binnen zwölf Monaten ausfällt.',
    ),
    model(
      'Kreditrisikobewertung Firmenkunden',
      'Bank / Risikomanagement',
      'Schätzt die Ausfallwahrscheinlichkeit mittelständischer Unternehmen aus Bilanzkennzahlen und Kontoverhalten.',
    ),
    model(
      'Betrugserkennung Kartenzahlungen',
      'Bank / Zahlungsverkehr',
      'Erkennt verdächtige Kartenumsätze in Echtzeit und sperrt sie bis zur Rückfrage beim Inhaber.',
    ),
    model(
      'Kündigungsprognose Girokonto',
      'Bank / Vertrieb',
      'Sagt voraus, welche Kunden ihr Girokonto im nächsten Quartal auflösen werden.',
    ),
    model(
      'Schadenshöhenschätzung Kfz',
      'Versicherung / Schaden',
      'Schätzt aus Fotos und Gutachten die Höhe von Kraftfahrzeugschäden vor der Regulierung.',
    ),
    model(
      'Dokumentenklassifikation Posteingang',
      'Versicherung / Betrieb',
      'Ordnet eingehende Briefe und Anhänge den zuständigen Sachgebieten zu.',
    ),
    model(
      'Chatbot Kundenservice',
      'Versicherung / Betrieb',
      'Beantwortet häufige Fragen von Versicherten zu Verträgen und Beiträgen.',
    ),
    model(
      'Bedarfsprognose Filiale 1',
      'Handel / Logistik',
      'Plant Nachschub frischer Waren für die Filiale am Hauptbahnhof.',
    ),
    model(
      'Bedarfsprognose Filiale 2',
      'Handel / Logistik',
      'Plant Nachschub frischer Waren für die Filiale im Einkaufszentrum.',
    ),
    model(
      'Spracherkennung Leitstelle (Pilot)',
      'Versorger / Netz',
      'Schreibt Funksprüche der Netzleitstelle mit und markiert Störungsmeldungen.',
    ),
    model(
      'Wartungsplanung Transformatoren',
      'Versorger / Netz',
      'Sagt aus Gasanalysen voraus, wann ein Transformator gewartet werden muss.',
    ),
    model('Lastprognose', 'Versorger / Handel', 'Prognostiziert den Strombedarf des Folgetages je Viertelstunde.'),
  ],
  after: [
    model(
      'Kredit-Risikobewertung für Privatkunden',
      'Bank / Risikomanagement',
      'Bewertet Anträge von Privatkunden und schätzt die Wahrscheinlichkeit eines Kreditausfalls innerhalb von zwölf Monaten.',
    ),
    model(
      'Kreditrisikobewertung Kommunen',
      'Bank / Risikomanagement',
      'Beurteilt die Schuldentragfähigkeit von Städten und Gemeinden anhand öffentlicher Haushaltsdaten.',
    ),
    model(
      'Betrugserkennung bei Kartenzahlungen (Visa)',
      'Bank / Zahlungsverkehr',
      'Erkennt verdächtige Kartenumsätze in Echtzeit und sperrt sie bis zur Rückfrage beim Inhaber.',
    ),
    model('Kuendigungsprognose Girokonto', 'Bank / Vertrieb', 'Kundenbindung'),
    model(
      'KI-gestützte Schadenhöhenschätzung Kfz',
      'Versicherung / Schaden',
      'Schätzt aus Fotos und Gutachten die Höhe von Kraftfahrzeugschäden vor der Regulierung.',
    ),
    model(
      'Posteingang: Klassifikation der Dokumente',
      'Versicherung / Betrieb',
      'Ordnet eingehende Briefe und Anhänge den zuständigen Sachgebieten zu.',
    ),
    model(
      'Chatbot Personalabteilung',
      'Versicherung / Personal',
      'Hilft Mitarbeitenden bei Urlaubsanträgen, Reisekosten und Arbeitszeitkonten.',
    ),
    model(
      'Bedarfsprognose Filiale 3',
      'Handel / Logistik',
      'Plant Nachschub frischer Waren für die neue Filiale am Flughafen.',
    ),
    model(
      'Bedarfsprognose Filiale 1',
      'Handel / Logistik',
      'Plant Nachschub frischer Waren für die Filiale am Hauptbahnhof.',
    ),
    model(
      'Funk-Transkription (früher: Spracherkennung Leitstelle)',
      'Versorger / Netz',
      'Verschriftet den Betriebsfunk.',
    ),
    model(
      'Wartungsplanung Transformatoren',
      'Versorger / Netz',
      'Sagt aus Gasanalysen voraus, wann ein Transformator gewartet werden muss.',
    ),
    model('Preisprognose', 'Versorger / Handel', 'Prognostiziert Großhandelspreise für Erdgas am Spotmarkt.'),
  ],
  same: [
    ['Kreditrisikobewertung Privatkunden', 'Kredit-Risikobewertung für Privatkunden'],
    ['Betrugserkennung Kartenzahlungen', 'Betrugserkennung bei Kartenzahlungen (Visa)'],
    ['Kündigungsprognose Girokonto', 'Kuendigungsprognose Girokonto'],
    ['Schadenshöhenschätzung Kfz', 'KI-gestützte Schadenhöhenschätzung Kfz'],
    ['Dokumentenklassifikation Posteingang', 'Posteingang: Klassifikation der Dokumente'],
    ['Spracherkennung Leitstelle (Pilot)', 'Funk-Transkription (früher: Spracherkennung Leitstelle)'],
  ],
};
