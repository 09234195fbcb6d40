import type { Preset } from '#contract/imports/imports';
import { column, to, type Values } from './parts';

const STAGES: Values = [
  ...to('proposed', 'Initiated', 'Planned', 'Ideation'),
  ...to('training', 'Acquisition and/or Development'),
  ...to('validation', 'Implementation and Assessment'),
  ...to('deployed', 'Operation and Maintenance', 'In production', 'In mission'),
  ...to('retired', 'Retired', 'Research or Administrative Action Complete'),
];

/** Impact on rights or safety is the materiality of OMB memorandum M-24-10: what has it is tier 1. */
const IMPACT: Values = [
  ...to('1', 'Both', 'Rights-Impacting', 'Safety-Impacting'),
  ...to('3', 'Neither'),
  ...to(
    '',
    'No, use case is too new to fully assess impacts; will be reassessed before end of initiation stage.',
    'No, use case is too new to fully assess impacts; will be reassessed before end of acquisition and development stage.',
    'Case-by-case assessment',
  ),
];

const DEVELOPED: Values = [
  ...to('in_house', 'Developed in-house.', 'No contract/external resources used in development.'),
  ...to('vendor', 'Developed with contracting resources.', 'Exclusively developed with contract/external resources.'),
  ...to(
    'both',
    'Developed with both contracting and in-house resources.',
    'Developed with a combination of in-house and contract/external resources.',
  ),
];

const MONITORING: Values = [
  ...to(
    'yes',
    'Intermittent and Manually Updated: A plan for monitoring the AI use case is in place, and requires data science teams to work with DevOps engineers to manually update models at scheduled intervals, and create metrics to detect data distribution shifts between the operational environment and the training data for the model.',
    'Automated and Regularly Scheduled Updates: Some aspects of the plan to monitor the AI system post-deployment are automated including re-training of models after detecting drift; however, data science teams are still significantly involved in the monitoring and re-deployment process.',
    'Established Process of Machine Learning Operations: Alongside automated testing and drift detection, model re-training and re-deployments are supported by continuous integration pipelines that are managed by machine learning and data engineers on the platform, adapting work done by data science team into repeatable scripts for re-training and re-testing a model once deployed.',
  ),
  ...to(
    'no',
    'No monitoring protocols have been established: Necessary infrastructure needed to perform monitoring of AI systems in production is not available and/or a plan to monitor models has not yet been established.',
  ),
  ...to(
    '',
    'AI is not safety or rights-impacting.',
    'use case is not safety impacting or rights impacting; however, a monitoring process for AI performance is under development',
  ),
];

/** The consolidated inventory that US agencies published for 2024 (62 columns, windows-1252, dates month first). */
export const US_FEDERAL_2024: Preset = {
  id: 'us-federal-2024',
  name: 'US federal AI use case inventory 2024',
  description:
    'The consolidated inventory of the US federal government: stages, dates, impact class, origin, personal data and monitoring of every use case.',
  shipped: true,
  mapping: {
    fields: [
      column('name', 'Use Case Name'),
      { field: 'unit', columns: ['Agency', 'Bureau'], separator: ' / ', values: [] },
      column('tags', 'Use Case Topic Area'),
      column('purpose', 'What is the intended purpose and expected benefits of the AI?'),
      column('stage', 'Stage of Development', STAGES),
      column('tier', 'Is the AI use case rights-impacting, safety-impacting, both, or neither?', IMPACT),
      column('proposedAt', 'Date Initiated'),
      column('trainingAt', 'Date when Acquisition and/or Development began'),
      // Of what is in implementation and assessment it is the day of that, not of a deployment.
      column('operationalAt', 'Date Implemented'),
      column('retiredAt', 'Date Retired'),
      column(
        'origin',
        'Was the AI system involved in this use case developed (or is it to be developed) under contract(s) or in-house?',
        DEVELOPED,
      ),
      column(
        'personalData',
        'Does this AI use case involve personally identifiable information (PII) that is maintained by the agency?',
      ),
      column(
        'monitored',
        'Is there a process to monitor performance of the AI system’s functionality and changes to its impact on rights or safety as part of the post-deployment plan for the AI use case?',
        MONITORING,
      ),
    ],
    key: ['name', 'unit'],
    dateOrder: 'mdy',
    decimal: '.',
    emptyWords: [
      'N/A',
      'NA',
      'None',
      'Not Applicable',
      'Blank/Not Provided',
      'Data not reported by submitter and will be updated once additional information is collected',
    ],
    duplicates: 'keep',
    externalSystem: '',
  },
};
