/** What the three people in the room answered: values (`u` does not know) and grades of evidence, in the order of PANEL. */
export interface Answers {
  readonly first: readonly [values: string, grades: string];
  readonly second: readonly [values: string, grades: string];
}

export const PANEL = ['head', 'platform', 'risk'] as const;

export const ANSWERS: Readonly<Record<string, Answers>> = {
  FS1: { first: ['010', '010'], second: ['111', '122'] },
  FS2: { first: ['01u', '000'], second: ['11u', '010'] },
  FS3: { first: ['110', '100'], second: ['121', '121'] },
  FS4: { first: ['010', '000'], second: ['112', '120'] },
  FS5: { first: ['001', '000'], second: ['110', '110'] },
  MR1: { first: ['111', '212'], second: ['221', '222'] },
  MR2: { first: ['101', '101'], second: ['221', '221'] },
  MR3: { first: ['011', '011'], second: ['222', '222'] },
  MR4: { first: ['110', '010'], second: ['211', '121'] },
  MR5: { first: ['010', '000'], second: ['121', '121'] },
  ET1: { first: ['120', '020'], second: ['221', '221'] },
  ET2: { first: ['111', '101'], second: ['221', '212'] },
  ET3: { first: ['000', '000'], second: ['110', '210'] },
  ET4: { first: ['010', '000'], second: ['111', '110'] },
  ET5: { first: ['0u0', '000'], second: ['1u1', '101'] },
  CD1: { first: ['111', '101'], second: ['221', '110'] },
  CD2: { first: ['110', '010'], second: ['221', '221'] },
  CD3: { first: ['111', '110'], second: ['211', '221'] },
  CD4: { first: ['011', '011'], second: ['221', '121'] },
  CD5: { first: ['001', '000'], second: ['121', '120'] },
  MM1: { first: ['110', '010'], second: ['211', '121'] },
  MM2: { first: ['211', '101'], second: ['332', '110'] },
  MM3: { first: ['010', '000'], second: ['111', '121'] },
  MM4: { first: ['101', '100'], second: ['111', '101'] },
  MM5: { first: ['110', '100'], second: ['222', '112'] },
  MG1: { first: ['111', '112'], second: ['222', '212'] },
  MG2: { first: ['122', '022'], second: ['222', '223'] },
  MG3: { first: ['101', '101'], second: ['221', '222'] },
  MG4: { first: ['111', '111'], second: ['211', '122'] },
  MG5: { first: ['112', '012'], second: ['112', '123'] },
};

interface Remark {
  readonly comment: string;
  readonly link?: string;
  readonly owner?: string;
}

/** What was said beside an answer, by the person whose grade stands on it. */
export const REMARKS: Readonly<Record<'first' | 'second', Readonly<Record<string, Remark>>>> = {
  first: {
    MR1: { comment: 'One spreadsheet, kept by model risk since 2019.' },
    ET3: { comment: 'Nobody has tried; the notebooks read from folders of their authors.' },
    CD1: { comment: 'Four to six weeks at the last releases.' },
    MM2: { comment: 'Pricing looks at PSI each month, others do not.' },
    MG2: { comment: 'Tier 1 goes through the model forum.' },
  },
  second: {
    FS1: { comment: 'Shared SQL in one repository; no catalogue yet.', link: 'https://git.aldermoor.example/features' },
    MR1: {
      comment: 'MLflow is the record for all that was built since last year.',
      link: 'https://mlflow.aldermoor.example',
    },
    MR3: { comment: 'Stages and approvals are in this portfolio.' },
    ET1: { comment: 'MLflow, for pricing and claims.', link: 'https://mlflow.aldermoor.example/#/experiments' },
    ET3: { comment: 'Claims triage was repeated by a colleague in four days.' },
    CD1: { comment: 'Pricing releases within the week since the pipeline.' },
    CD2: {
      comment: 'Tests of code, tariff tables and model on every change.',
      link: 'https://git.aldermoor.example/pipeline',
    },
    CD4: { comment: 'Canary on one comparison site.' },
    MM2: { comment: 'Everything in production is monitored now.' },
    MM5: { comment: 'We hold a review after each incident.' },
    MG1: { comment: 'Owner and tier are settled in the model forum.', owner: 'Greta Voss' },
    MG2: { comment: 'Checked by internal audit in spring.', owner: 'Greta Voss' },
  },
};
