import { type InventedInventory, model } from './invented-inventory';

export const FRENCH: InventedInventory = {
  language: 'French',
  before: [
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
  after: [
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
