import type { Preset } from '#contract/imports/imports';
import { column, duty, to } from './parts';

/** The consolidated inventory that US agencies published for 2025 (36 columns in snake case, dates in half a dozen notations). */
export const US_FEDERAL_2025: Preset = {
  id: 'us-federal-2025',
  name: 'US federal AI use case inventory 2025',
  description:
    'The consolidated inventory of the US federal government of 2025: stages, dates, high impact, origin, personal data and monitoring of every use case.',
  shipped: true,
  mapping: {
    fields: [
      column('name', 'use_case_name'),
      // The department in full, as the edition of 2024 has it.
      { field: 'unit', columns: ['agency_name', 'agency_bureau'], separator: ' / ', values: [] },
      column('externalId', 'id'),
      column('tags', 'topic_area'),
      column('purpose', 'problem_solved'),
      column('stage', 'development_stage', [
        // In the spreadsheet edition: in a development or acquisition status.
        ...to('training', 'Pre-deployment'),
        ...to('validation', 'Pilot'),
        ...to('deployed', 'Deployed'),
        ...to('retired', 'Retired'),
      ]),
      // High impact is the successor of rights- and safety-impacting, which is the materiality that a tier stands for.
      column('tier', 'is_high_impact', [
        ...to('1', 'High-impact'),
        ...to('3', 'Not High-impact', 'Presumed High-Impact, but Not High-impact'),
      ]),
      column('type', 'classification'),
      // Their own word stays as the type; the kind is which of ours it is.
      column('kind', 'classification', [
        ...to('classical_ml', 'Classical ML', 'NLP', 'Computer Vision', 'Reinforcement Learning'),
        ...to('generative', 'Generative AI'),
        ...to('agent', 'Agentic AI'),
        ...to('other', 'Other'),
      ]),
      column('vendor', 'vendor_name'),
      column('dataSources', 'data_description'),
      column('origin', 'contracting_usage', [
        ...to('vendor', 'Vendor Purchased'),
        ...to('in_house', 'In-house Development'),
        ...to('both', 'Contracting and In House'),
      ]),
      column('personalData', 'has_pii'),
      column('externalUrl', 'code_url'),
      column('monitored', 'hi_ongoing_monitoring', [
        ...to('yes', 'Yes - Monitoring Established'),
        // What is being set up does not watch yet.
        ...to('no', 'In-progress'),
        // An answer to the question about independent review.
        ...to('', 'Yes – by an agency AI oversight board not directly involved in the AI’s development'),
      ]),
      column('operationalAt', 'operational_date'),
    ],
    key: ['name', 'unit'],
    dateOrder: 'mdy',
    decimal: '.',
    emptyWords: ['N/A', 'NA', 'None', 'TBD', 'Unknown', 'Not Applicable', 'Not available', 'Not Provided'],
    duplicates: 'keep',
    externalSystem: '',
    duties: {
      pack: 'us-omb-m-25-21',
      columns: [
        duty('question:highImpact', 'is_high_impact', [
          ...to('high', 'High-impact'),
          ...to('presumed_not', 'Presumed High-Impact, but Not High-impact'),
          ...to('not', 'Not High-impact'),
        ]),
        duty('fact:withheld', 'is_withheld', [
          ...to('no', 'No'),
          ...to('yes', 'Yes - Disclosure Risk', 'Yes - Prohibited by Law'),
          // Says neither that it is withheld nor that it is not.
          ...to('', 'Other'),
        ]),
        duty('fact:highImpactReason', 'HI_justification'),
        duty('fact:topic', 'topic_area'),
        duty('fact:benefits', 'benefits'),
        duty('fact:outputs', 'system_outputs'),
        duty('fact:hasAto', 'have_ato'),
        duty('fact:atoSystem', 'system_name_ato'),
        duty('fact:demographicFeatures', 'demographic_features'),
        duty('fact:customCode', 'has_custom_code'),
        duty('fact:potentialImpacts', 'hi_potential_impacts'),
        // Statements, as the agency makes them: evidence has a day and a person, and is asked for by the duties.
        duty('fact:hiTesting', 'hi_testing_conducted'),
        duty('fact:hiAssessment', 'hi_assessment_completed'),
        duty('fact:hiIndependentReview', 'hi_independent_review'),
        duty('fact:hiMonitoring', 'hi_ongoing_monitoring'),
        duty('fact:hiTraining', 'hi_training_established'),
        duty('fact:hiFailsafe', 'hi_failsafe_presence'),
        duty('fact:hiAppeal', 'hi_appeal_process'),
        duty('fact:hiConsultation', 'hi_public_consultation'),
      ],
    },
  },
};
