import type { Question } from './question';

/**
 * What a list of models does not ask: of uses whose weights somebody else trains and whose answers are judged. Each
 * belongs to the component in which the work to lift it is done.
 */
export const GENERATIVE_USE_QUESTIONS: readonly Question[] = [
  {
    id: 'ET6',
    component: 'experiment_tracking',
    topic: 'Evaluation of answers',
    question: 'What decides that a generative model, a prompt or an agent may be released?',
    anchors: [
      'Somebody tries it and likes the answers.',
      'A written list of cases, gone through by hand and judged by eye.',
      'A versioned set of cases with agreed measures runs at every change of model, prompt or tools; below a limit nothing is released.',
      'As before for every use in production, with hostile inputs, the groups that matter, and enough cases that chance does not decide.',
    ],
    need: { L1: 0, L2: 2, L3: 3 },
    evidence: 'Evaluation results of one use, with their limit',
    basis: 'NIST AI 600-1 (pre-deployment testing)',
  },
  {
    id: 'ET7',
    component: 'experiment_tracking',
    topic: 'Judging the judge',
    question: 'How is it known that whoever judges the answers, a person or a model, judges right?',
    anchors: [
      'Nobody asks: the verdict stands.',
      'Verdicts are looked through now and then.',
      'The judge is held against verdicts of people on a fixed sample; the agreement is recorded, and another judge begins another series.',
      'Agreement has a limit and is measured on a schedule and at each change; below it a verdict decides nothing.',
    ],
    need: { L1: 0, L2: 1, L3: 2 },
    evidence: 'Agreement of judge and people on the sample',
    basis: 'Agreement between raters; practice of model-graded evaluation',
  },
  {
    id: 'CD6',
    component: 'cicd_pipelines',
    topic: 'Change of a provider',
    question: 'What happens when a provider changes or withdraws the model that a use relies on?',
    anchors: [
      'It is noticed when the answers change.',
      'Announcements are read, and the new version is tried by hand.',
      'The version is pinned; another one runs through the evaluation before users meet it, and is recorded as a release.',
      'As before, and for each use it is listed what stops on which day, with a second model or a fall-back that was rehearsed.',
    ],
    need: { L1: 0, L2: 2, L3: 3 },
    evidence: "Record of the last change of a provider's model",
    basis: 'NIST AI RMF GOVERN 6 and MANAGE 3 (third parties)',
  },
  {
    id: 'MM6',
    component: 'model_monitoring',
    topic: 'Cost of answers',
    question: 'What does a generative use cost, and what stops it when it runs away?',
    anchors: [
      'Not known, or one bill for all.',
      'The bill is divided among uses afterwards.',
      'Cost, time and number of calls are recorded by use and version, with a budget and an alert.',
      'Limits slow or stop a use by themselves; its cost is reviewed beside its quality and its value.',
    ],
    need: { L1: 0, L2: 1, L3: 2 },
    evidence: 'Cost of one use by month, with its budget',
    basis: 'FinOps practice; OWASP LLM10:2025 (unbounded consumption)',
  },
  {
    id: 'MG6',
    component: 'model_governance',
    topic: 'What an agent may do',
    question: 'What may an agent do without a person, and who can stop it?',
    anchors: [
      'Nobody has written it down.',
      "It is described; it acts with a person's account.",
      'Each has a stated autonomy, an account of its own with the least rights, acts that need approval, and a named person who can stop it.',
      'The platform enforces and records the limits, stopping was rehearsed, and rights are confirmed again when tools change.',
    ],
    need: { L1: 1, L2: 2, L3: 3 },
    evidence: 'Autonomy, tools and overseer of one agent',
    basis: 'EU AI Act articles 14 and 26(2), of high-risk systems; OWASP LLM06:2025 (excessive agency)',
  },
];
