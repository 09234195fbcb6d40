import { AI_REGISTER } from './ai-register';
import { MODEL_CARD } from './model-card';
import type { TemplateId } from '../vocabulary';
import { sectionsOfPack, type Template } from './template';

export const ANNEX_VIII: Template = {
  id: 'annex_viii',
  title: 'Annex VIII sheet',
  noun: ['system', 'systems'],
  text: 'eu-ai-act',
  form: null,
  about:
    'What the three parts of Annex VIII of the EU AI Act ask to be entered in the EU database: A for providers of high-risk systems, B where a provider relies on Art. 6(3), C for deployers that are public authorities. A system stands under each part that asks anything of it.',
  sections: (pack) => sectionsOfPack(pack, ({ id, label }) => `${id} ${label}`),
};

export const E23_INVENTORY: Template = {
  id: 'e23_inventory',
  title: 'E-23 model inventory',
  noun: ['model', 'models'],
  text: 'osfi-e-23',
  form: null,
  about: 'The lines of Appendix 1 of OSFI’s Guideline E-23, a row for each model that the guideline is about.',
  sections: (pack) => sectionsOfPack(pack, ({ id, label }) => `${id} ${label}`),
};

export const FEDERAL_SUBMISSION: Template = {
  id: 'federal_submission',
  title: 'Federal AI inventory 2025',
  noun: ['use case', 'use cases'],
  text: 'us-omb-m-25-21',
  form: 'federal',
  about:
    'The columns of the 2025 inventory under OMB M-25-21, with the heads and words of its file, so that the import of that file reads it back. What nobody has said is an empty cell.',
  sections: (pack) => sectionsOfPack(pack, ({ id }) => id),
};

export const TEMPLATES: Readonly<Record<TemplateId, Template>> = {
  model_card: MODEL_CARD,
  ai_register: AI_REGISTER,
  annex_viii: ANNEX_VIII,
  e23_inventory: E23_INVENTORY,
  federal_submission: FEDERAL_SUBMISSION,
};
