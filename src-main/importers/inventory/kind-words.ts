import { list } from '../cells/phrases';
import { compileSynonyms, type Synonyms } from './synonyms';

/** What files call the kinds of models, in English, German, French, Dutch and Spanish. Of a phrase that fits two the first one holds. */
const KIND: readonly Synonyms[] = [
  {
    to: 'agent',
    exact:
      list(`agent, agents, agentic, agentic ai, ai agent, ai agents, autonomous agent, llm agent, multi agent, multi agent system,
      KI-Agent, KI Agent, Agentensystem, agentische KI, autonomer Agent, agent IA, agent autonome, IA agentique, système agentique,
      AI-agent, autonome agent, agentische AI, agente, agente de IA, agente autónomo, IA agéntica`),
    starts: list('agentic, agentische, ai agent, llm agent'),
  },
  {
    to: 'generative',
    exact:
      list(`generative, generative ai, generative model, genai, gen ai, llm, llms, large language model, large language models,
      small language model, foundation model, text generation, image generation, retrieval augmented generation, rag,
      generative KI, generatives Modell, grosses Sprachmodell, großes Sprachmodell, Basismodell, Textgenerierung,
      IA générative, modèle génératif, grand modèle de langage, grand modèle de langue, modèle de fondation, génération de texte,
      generatieve AI, generatief model, groot taalmodel, basismodel, tekstgeneratie,
      IA generativa, modelo generativo, gran modelo de lenguaje, modelo de lenguaje, modelo fundacional, generación de texto`),
    starts: list('generative, generatives, genai, generatieve, large language model, llm based'),
  },
  {
    to: 'rules',
    exact:
      list(`rules, rule based, rule based system, business rules, rules engine, expert system, deterministic, decision table,
      Regelwerk, regelbasiert, regelbasiertes System, Geschäftsregeln, Expertensystem, Entscheidungstabelle,
      règles, à base de règles, règles métier, système expert, moteur de règles, table de décision,
      regels, regelgebaseerd, bedrijfsregels, expertsysteem, beslistabel,
      reglas, basado en reglas, reglas de negocio, sistema experto, motor de reglas, tabla de decisión`),
  },
  {
    to: 'statistical',
    exact:
      list(`statistical, statistical model, statistics, statistical method, econometric, econometric model, regression,
      linear regression, logistic regression, glm, generalised linear model, generalized linear model, scorecard, time series,
      statistisch, statistisches Modell, Statistik, ökonometrisch, lineare Regression, logistische Regression, Scorekarte, Zeitreihe,
      statistique, modèle statistique, économétrique, régression, régression linéaire, régression logistique, carte de score,
      série temporelle, statistisch model, statistiek, econometrisch, regressie, lineaire regressie, logistische regressie,
      scorekaart, tijdreeks, estadístico, modelo estadístico, estadística, econométrico, regresión, regresión lineal,
      regresión logística, serie temporal`),
  },
  {
    to: 'classical_ml',
    exact:
      list(`classical ml, classical machine learning, classical predictive machine learning, machine learning, ml, predictive,
      predictive ml, predictive model, supervised learning, unsupervised learning, reinforcement learning, computer vision,
      natural language processing, nlp, deep learning, neural network, random forest, gradient boosting, xgboost, xg boost, lightgbm, light gbm, catboost, cat boost,
      decision tree, support vector machine, clustering, classifier, image recognition,
      maschinelles Lernen, klassisches maschinelles Lernen, überwachtes Lernen, unüberwachtes Lernen, bestärkendes Lernen,
      neuronales Netz, tiefes Lernen, Entscheidungsbaum, Bilderkennung, Sprachverarbeitung,
      apprentissage automatique, apprentissage machine, apprentissage supervisé, apprentissage non supervisé, apprentissage profond,
      apprentissage par renforcement, réseau de neurones, arbre de décision, vision par ordinateur, traitement du langage naturel,
      machinaal leren, begeleid leren, neuraal netwerk, beslisboom, beeldherkenning, computervisie, diep leren,
      aprendizaje automático, aprendizaje supervisado, aprendizaje no supervisado, aprendizaje profundo, aprendizaje por refuerzo,
      red neuronal, árbol de decisión, visión por ordenador, visión por computadora, procesamiento del lenguaje natural`),
    starts: list('classical, natural language processing, computer vision, reinforcement learning'),
  },
  {
    to: 'vendor_application',
    exact:
      list(`vendor application, vendor app, vendor product, vendor tool, cots, commercial off the shelf, saas, purchased software,
      Standardsoftware, Kaufsoftware, Anbieterlösung, application du fournisseur, logiciel du commerce, progiciel,
      standaardsoftware, leverancierstoepassing, aplicación del proveedor, software comercial`),
  },
  { to: 'other', exact: list('other, sonstige, sonstiges, andere, autre, autres, otro, otros, overig, anders') },
];

const AUTONOMY: readonly Synonyms[] = [
  {
    to: 'suggests',
    exact:
      list(`suggests, advisory, advises, decision support, assists, assistive, assistant, recommendation, recommends, human decides,
      copilot, schlägt vor, Vorschlag, beratend, unterstützend, Entscheidungsunterstützung, Mensch entscheidet,
      suggère, suggestion, consultatif, aide à la décision, recommandation, l'humain décide,
      stelt voor, suggereert, adviserend, ondersteunend, beslissingsondersteuning, advies, mens beslist,
      sugiere, sugerencia, consultivo, apoyo a la decisión, recomendación, decide una persona`),
  },
  {
    to: 'with_approval',
    exact:
      list(`acts with approval, with approval, human in the loop, semi automated, semi autonomous, approval required,
      human approval, mit Freigabe, handelt mit Freigabe, mit Genehmigung, teilautomatisiert, halbautomatisch, Freigabe nötig,
      avec approbation, agit avec approbation, avec validation humaine, semi automatisé, humain dans la boucle,
      met goedkeuring, handelt met goedkeuring, halfautomatisch, deels geautomatiseerd, mens in de lus,
      con aprobación, actúa con aprobación, semiautomático, semi automatizado, humano en el circuito`),
  },
  {
    to: 'alone',
    exact:
      list(`acts alone, fully automated, fully autonomous, autonomous, human out of the loop, no human, automated decision,
      handelt allein, handelt selbständig, vollautomatisch, vollautomatisiert, autonom, ohne Mensch,
      agit seul, entièrement automatisé, autonome, sans intervention humaine, décision automatisée,
      handelt zelfstandig, volautomatisch, volledig geautomatiseerd, autonoom, zonder mens,
      actúa solo, totalmente automatizado, autónomo, sin intervención humana, decisión automatizada`),
  },
];

export const guessKind = compileSynonyms(KIND);
export const guessAutonomy = compileSynonyms(AUTONOMY);
