import type { Template, TemplateColumn } from './template';

const column = (id: string, head: string, ...from: readonly string[]): TemplateColumn => ({
  id,
  head,
  from,
  lines: [],
});

/** What a stranger has to know of a model before she relies on it; whichever text applies to it says what is asked. */
export const MODEL_CARD: Template = {
  id: 'model_card',
  title: 'Model card',
  noun: ['model', 'models'],
  text: null,
  form: null,
  about:
    'What somebody has to know of a model before relying on it. Beside each line stand the texts that ask for it of this model, as far as the portfolio says which texts those are.',
  sections: () => [
    {
      title: 'What it is',
      columns: [
        column('name', 'Name', 'field:name'),
        column('id', 'Identifier', 'field:id'),
        column('kind', 'Kind', 'field:kind'),
        column('type', 'Type', 'field:type'),
        column('autonomy', 'Autonomy', 'field:autonomy'),
        column('stage', 'Stage', 'field:stage'),
        column('version', 'Version', 'derived:version'),
        column('firstProduction', 'First in production', 'derived:firstProduction'),
        column('unit', 'Business unit', 'field:unit'),
        column('tier', 'Tier', 'field:tier'),
        column('criticality', 'Criticality', 'field:criticality'),
        column('origin', 'Origin', 'field:origin'),
        column('vendor', 'Vendor', 'field:vendor'),
      ],
    },
    {
      title: 'What it is for',
      columns: [
        column('purpose', 'Purpose', 'field:purpose'),
        column('approvedUses', 'Approved uses', 'field:approvedUses'),
        column('limitations', 'Limitations', 'field:limitations'),
        column('operatingBoundaries', 'Operating boundaries', 'fact:operatingBoundaries'),
        column('assumptions', 'Assumptions', 'fact:assumptions'),
        column('outputs', 'Outputs', 'fact:outputs'),
        column('countries', 'Countries of use', 'fact:countries'),
      ],
    },
    {
      title: 'What it rests on',
      columns: [
        column('dataSources', 'Data sources', 'field:dataSources'),
        column('personalData', 'Personal data', 'field:personalData'),
        column('demographicFeatures', 'Demographic features', 'fact:demographicFeatures'),
        column('dependencies', 'Other models, tools and providers', 'table:dependencies'),
      ],
    },
    {
      title: 'Who answers for it',
      columns: [
        column('businessOwner', 'Business owner', 'field:businessOwner'),
        column('technicalOwner', 'Technical owner', 'field:technicalOwner'),
        column('developer', 'Developer', 'field:developer'),
        column('reviewer', 'Reviewer', 'field:reviewer'),
        column('overseer', 'Human overseer', 'field:overseer'),
        column('approver', 'Approved last by', 'derived:approver'),
      ],
    },
    {
      title: 'How it was looked at',
      columns: [
        column('validation', 'Validation', 'evidence:validation', 'evidence:independent_review'),
        column('review', 'Review', 'evidence:review'),
        column('test', 'Test before deployment', 'evidence:pre_deployment_test'),
        column('impact', 'Impact assessment', 'evidence:impact_assessment', 'evidence:fria', 'evidence:dpia'),
        column('classification', 'Classification record', 'evidence:classification_record'),
        column('documentation', 'Technical documentation', 'evidence:technical_documentation'),
        column('instructions', 'Instructions for use', 'evidence:instructions_for_use'),
        column('findings', 'Findings', 'derived:findingsLooked'),
        column('monitoringPlan', 'Monitoring plan', 'evidence:monitoring_plan', 'evidence:post_market_plan'),
        column('lastResult', 'Last drift result', 'derived:lastSignOfLife'),
        column('reviewDue', 'Review due', 'derived:reviewDue'),
      ],
    },
  ],
};
