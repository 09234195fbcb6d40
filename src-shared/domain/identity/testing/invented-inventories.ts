/**
 * Inventories that nobody has, two editions each, by people who know the trade in the language. `then` is what the portfolio holds,
 * `now` the next file. `same` are renamed models; every other row of `now` whose name is not in `then` is a new model.
 */
export interface InventedInventory {
  readonly language: string;
  readonly then: readonly InventedModel[];
  readonly now: readonly InventedModel[];
  /** Name then, name now. */
  readonly same: readonly (readonly [string, string])[];
}

export interface InventedModel {
  readonly name: string;
  readonly unit: string;
  readonly purpose: string;
}

const model = (name: string, unit: string, purpose: string): InventedModel => ({ name, unit, purpose });

const GERMAN: InventedInventory = {
  language: 'German',
  then: [
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
  now: [
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

const FRENCH: InventedInventory = {
  language: 'French',
  then: [
    model(
      "Détection de fraude à l'assurance maladie",
      'Santé / Contrôle',
      'Repère les feuilles de soins dont les actes ne correspondent pas au profil habituel du praticien.',
    ),
    model(
      'Prévision des admissions aux urgences',
      'Santé / Hôpitaux',
      'Estime chaque matin le nombre de patients attendus aux urgences dans les trois jours.',
    ),
    model(
      'Assistant rédactionnel',
      'Justice / Greffes',
      'Propose des projets de courriers aux justiciables à partir du dossier.',
    ),
    model(
      'Pseudonymisation des décisions',
      'Justice / Cour de cassation',
      'Remplace les noms de personnes dans les décisions avant leur publication.',
    ),
    model(
      'Reconnaissance automatique des plaques',
      'Intérieur / Gendarmerie',
      "Lit les plaques d'immatriculation relevées par les véhicules de patrouille.",
    ),
    model(
      'Traduction des demandes d’asile',
      'Intérieur / Immigration',
      'Traduit les récits des demandeurs vers le français avant l’entretien.',
    ),
    model(
      'Ciblage des contrôles fiscaux',
      'Finances / Impôts',
      'Sélectionne les entreprises à vérifier en priorité selon leurs déclarations de TVA.',
    ),
    model(
      'Foncier innovant',
      'Finances / Impôts',
      'Détecte sur les photographies aériennes les piscines et bâtiments non déclarés.',
    ),
    model(
      'Orientation des élèves',
      'Éducation / Lycées',
      'Suggère des formations selon les résultats et les vœux exprimés.',
    ),
    model(
      'Prévision des feux de forêt',
      'Écologie / Forêts',
      'Cartographie le danger d’incendie par commune à partir de la météo.',
    ),
  ],
  now: [
    model(
      "Détection des fraudes à l'assurance-maladie",
      'Santé / Contrôle',
      'Identifie les feuilles de soins atypiques au regard de l’activité du praticien.',
    ),
    model(
      'Prévision des admissions aux urgences pédiatriques',
      'Santé / Pédiatrie',
      'Anticipe les arrivées d’enfants pendant les épidémies de bronchiolite.',
    ),
    model(
      'Assistant de rédaction des greffes',
      'Justice / Greffes',
      'Propose des projets de courriers aux justiciables à partir du dossier.',
    ),
    model(
      'Pseudonymisation des décisions de justice',
      'Justice / Cour de cassation',
      'Occulte les noms de personnes physiques dans les décisions avant leur mise en ligne.',
    ),
    model(
      'LAPI',
      'Intérieur / Gendarmerie',
      "Lit les plaques d'immatriculation relevées par les véhicules de patrouille.",
    ),
    model(
      'Traduction des demandes de visa',
      'Affaires étrangères / Consulats',
      'Traduit les pièces jointes aux demandes déposées dans les consulats.',
    ),
    model(
      'Ciblage des contrôles douaniers',
      'Finances / Douanes',
      'Choisit les conteneurs à ouvrir d’après les manifestes des navires.',
    ),
    model(
      'Foncier innovant (piscines et bâtiments)',
      'Finances / Impôts',
      'Compare les photographies aériennes au cadastre.',
    ),
    model(
      "Conseil d'orientation (anciennement Orientation des élèves)",
      'Éducation / Lycées',
      'Accompagne les choix de filière.',
    ),
    model('Prévision des crues', 'Écologie / Eau', 'Annonce la hauteur des rivières aux stations de vigilance.'),
  ],
  same: [
    ["Détection de fraude à l'assurance maladie", "Détection des fraudes à l'assurance-maladie"],
    ['Assistant rédactionnel', 'Assistant de rédaction des greffes'],
    ['Pseudonymisation des décisions', 'Pseudonymisation des décisions de justice'],
    ['Reconnaissance automatique des plaques', 'LAPI'],
    ['Foncier innovant', 'Foncier innovant (piscines et bâtiments)'],
    ['Orientation des élèves', "Conseil d'orientation (anciennement Orientation des élèves)"],
  ],
};

const SPANISH: InventedInventory = {
  language: 'Spanish',
  then: [
    model(
      'Clasificador de reclamaciones',
      'Aseguradora / Siniestros',
      'Asigna cada reclamación al equipo que debe tramitarla según su texto.',
    ),
    model(
      'Predicción de impago hipotecario',
      'Banco / Riesgos',
      'Calcula la probabilidad de que un préstamo hipotecario deje de pagarse en un año.',
    ),
    model(
      'Predicción de impago de tarjetas',
      'Banco / Riesgos',
      'Anticipa qué titulares de tarjeta dejarán de abonar su recibo mensual.',
    ),
    model(
      'Asistente virtual Lola',
      'Banco / Canales',
      'Atiende por chat consultas sobre cuentas, tarjetas y transferencias.',
    ),
    model(
      'Detección de anomalías en contadores',
      'Eléctrica / Distribución',
      'Señala contadores cuyo consumo hace sospechar una manipulación o un fraude.',
    ),
    model(
      'Previsión eólica',
      'Eléctrica / Generación',
      'Estima la producción de cada parque eólico para las próximas cuarenta y ocho horas.',
    ),
    model(
      'Optimización de rutas de reparto',
      'Correos / Logística',
      'Ordena las entregas de cada furgoneta para recorrer menos kilómetros.',
    ),
    model(
      'Lectura de direcciones manuscritas',
      'Correos / Tratamiento',
      'Reconoce la dirección escrita a mano en sobres y postales.',
    ),
    model(
      'Triaje telefónico',
      'Sanidad / Emergencias',
      'Sugiere la prioridad de cada llamada a partir de lo que cuenta el paciente.',
    ),
  ],
  now: [
    model(
      'Clasificación automática de reclamaciones',
      'Aseguradora / Siniestros',
      'Asigna cada reclamación al equipo que debe tramitarla según su texto.',
    ),
    model(
      'Prediccion de impago hipotecario v2',
      'Banco / Riesgos',
      'Modelo de probabilidad de incumplimiento para la cartera hipotecaria minorista.',
    ),
    model(
      'Predicción de impago de pymes',
      'Banco / Riesgos',
      'Valora la solvencia de pequeñas empresas a partir de sus movimientos bancarios.',
    ),
    model('Lola', 'Banco / Canales', 'Atiende por chat consultas sobre cuentas, tarjetas y transferencias.'),
    model(
      'Detección de anomalías en contadores de gas',
      'Eléctrica / Gas',
      'Compara lecturas remotas con el consumo histórico de viviendas.',
    ),
    model(
      'Previsión de la producción eólica',
      'Eléctrica / Generación',
      'Estima la producción de cada parque eólico para las próximas cuarenta y ocho horas.',
    ),
    model(
      'Optimizador de rutas (antes: Optimización de rutas de reparto)',
      'Correos / Logística',
      'Planifica el reparto diario.',
    ),
    model(
      'Lectura de direcciones manuscritas',
      'Correos / Tratamiento',
      'Reconoce la dirección escrita a mano en sobres y postales.',
    ),
    model(
      'Previsión solar',
      'Eléctrica / Renovables',
      'Calcula la generación fotovoltaica según la nubosidad prevista.',
    ),
  ],
  same: [
    ['Clasificador de reclamaciones', 'Clasificación automática de reclamaciones'],
    ['Predicción de impago hipotecario', 'Prediccion de impago hipotecario v2'],
    ['Asistente virtual Lola', 'Lola'],
    ['Previsión eólica', 'Previsión de la producción eólica'],
    ['Optimización de rutas de reparto', 'Optimizador de rutas (antes: Optimización de rutas de reparto)'],
  ],
};

const JAPANESE: InventedInventory = {
  language: 'Japanese',
  then: [
    model(
      '住宅ローン審査モデル',
      '銀行 / 融資部',
      '住宅ローン申込者の返済能力を所得と勤続年数から評価し、審査担当者に提示する。',
    ),
    model('自動車ローン審査モデル', '銀行 / 融資部', '自動車購入資金の申込みについて延滞の可能性を点数で示す。'),
    model('不正取引検知', '銀行 / 決済部', 'カード取引をリアルタイムで監視し、不審な利用を検知して保留する。'),
    model('解約予測', '保険 / 営業部', '契約者の属性と問い合わせ履歴から今後半年の解約を予測する。'),
    model('保険金支払査定支援', '保険 / 支払部', '診断書と請求書を読み取り、支払査定に必要な項目を抽出する。'),
    model('コールセンター音声認識', '保険 / 事務部', '通話内容を文字に起こし、応対記録の作成を助ける。'),
    model('設備故障予兆検知', '電力 / 保守部', '振動センサーの値から発電設備の故障の兆しを捉える。'),
    model('電力需要予測', '電力 / 需給部', '翌日の三十分ごとの電力需要を気象予報から予測する。'),
    model('画像検査１号', '製造 / 品質部', '塗装面の傷を撮影画像から検出する。'),
  ],
  now: [
    model(
      '住宅ローン審査AIモデル',
      '銀行 / 融資部',
      '住宅ローン申込者の返済能力を所得と勤続年数から評価し、審査担当者に提示する。',
    ),
    model('教育ローン審査モデル', '銀行 / 融資部', '学費の借入れ申込みを家計調査の統計に照らして判定する。'),
    model('不正取引検知システム', '銀行 / 決済部', 'カード取引をリアルタイムで監視し、不審な利用を検知して保留する。'),
    model('顧客離反予測（旧：解約予測）', '保険 / 営業部', '離反しそうな顧客を選び出す。'),
    model('保険金支払査定支援ツール', '保険 / 支払部', '診断書と請求書を読み取り、支払査定に必要な項目を抽出する。'),
    model('コールセンター音声認識', '保険 / 事務部', '通話内容を文字に起こし、応対記録の作成を助ける。'),
    model('設備故障の予兆検知', '電力 / 保守部', '振動センサーの値から発電設備の故障の兆しを捉える。'),
    model('電力価格予測', '電力 / 取引部', '卸市場の約定価格を燃料費と連系線の空きから見積もる。'),
    model('画像検査２号', '製造 / 品質部', '溶接部の欠陥を超音波画像から検出する。'),
  ],
  same: [
    ['住宅ローン審査モデル', '住宅ローン審査AIモデル'],
    ['不正取引検知', '不正取引検知システム'],
    ['解約予測', '顧客離反予測（旧：解約予測）'],
    ['保険金支払査定支援', '保険金支払査定支援ツール'],
    ['設備故障予兆検知', '設備故障の予兆検知'],
  ],
};

export const INVENTED_INVENTORIES: readonly InventedInventory[] = [GERMAN, FRENCH, SPANISH, JAPANESE];
