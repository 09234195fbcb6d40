import type { Template, TemplateColumn } from './template';

const column = (
  id: string,
  head: string,
  from: string | readonly string[],
  lines: readonly string[] = [],
): TemplateColumn => ({ id, head, from: typeof from === 'string' ? [from] : from, lines });

/** ISO/IEC 42001 names no columns: a register of ours, each column with the controls of Annex A that it serves. */
export const AI_REGISTER: Template = {
  id: 'ai_register',
  title: 'AI system register',
  noun: ['system', 'systems'],
  text: 'iso-42001',
  form: null,
  about:
    'A register of AI systems for a management system after ISO/IEC 42001. The standard prescribes no columns: these are ours, each beside the controls of Annex A that it serves, by their ids.',
  sections: () => [
    {
      title: '',
      columns: [
        column('name', 'System', 'field:name'),
        column('id', 'Identifier', 'field:id'),
        column('unit', 'Business unit', 'field:unit'),
        column('stage', 'Stage', 'field:stage'),
        column('version', 'Version', 'derived:version'),
        column('kind', 'Kind', 'field:kind'),
        column('autonomy', 'Autonomy', 'field:autonomy'),
        column('tier', 'Tier', 'field:tier'),
        column('purpose', 'Purpose', 'field:purpose'),
        column('approvedUses', 'Approved uses', 'field:approvedUses', ['A.9.4']),
        column('limitations', 'Limitations', 'field:limitations'),
        column('businessOwner', 'Business owner', 'field:businessOwner', ['A.3.2', 'A.10.2']),
        column('technicalOwner', 'Technical owner', 'field:technicalOwner', ['A.3.2', 'A.10.2']),
        column('overseer', 'Human overseer', 'field:overseer'),
        column('dataSources', 'Data', 'field:dataSources', ['A.4.3', 'A.7.2', 'A.7.5']),
        column('personalData', 'Personal data', 'field:personalData'),
        column('origin', 'Origin', 'field:origin'),
        column('vendor', 'Vendor', ['field:vendor', 'evidence:vendor_assessment'], ['A.10.3']),
        column('dependencies', 'Rests on', 'table:dependencies'),
        column(
          'impact',
          'Impact assessment',
          ['evidence:impact_assessment', 'evidence:fria', 'evidence:dpia'],
          ['A.5.3', 'A.5.4'],
        ),
        column('documentation', 'Technical documentation', 'evidence:technical_documentation', ['A.6.2.3', 'A.6.2.7']),
        column('validation', 'Validation', 'evidence:validation', ['A.6.2.4']),
        column('approver', 'Approved by', 'derived:approver', ['A.6.2.5']),
        column('firstProduction', 'In production since', 'derived:firstProduction'),
        column('lastResult', 'Last drift result', 'derived:lastSignOfLife', ['A.6.2.6']),
        column('logs', 'Event logs', 'evidence:log_retention', ['A.6.2.8']),
        column('instructions', 'Information for users', 'evidence:instructions_for_use', ['A.8.2']),
        column('findings', 'Findings', 'derived:findingsLooked'),
        column('reviewDue', 'Review due', 'derived:reviewDue'),
      ],
    },
  ],
};
