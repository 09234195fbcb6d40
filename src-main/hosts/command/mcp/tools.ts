import { z } from 'zod';
import { contract } from '#contract/index';
import type { Tool } from './protocol';
import type { Tell } from './tells';

/** What the redaction of reports leaves out, where it is not told. */
export const redactionOf = (told: readonly Tell[]): Readonly<Record<Tell, boolean>> => ({
  names: !told.includes('names'),
  owners: !told.includes('owners'),
  money: !told.includes('money'),
  texts: !told.includes('texts'),
});

const TOOLS = {
  portfolio_figures: {
    method: 'figures',
    description:
      'Every key figure of the portfolio of machine-learning models as its screens show it, with unit and definition; models by stage, tier, health and unit. A value of null is not known, and is not 0.',
  },
  list_models: {
    method: 'models',
    description:
      'Models with stage, tier, health (verdict on drift), owner, open incidents and the day of the next review; by filters of closed vocabularies. null and an empty text: nobody has said.',
  },
  get_model: {
    method: 'model',
    description:
      'All that is told of one model, by the ref that list_models gives: purpose, limits, data, what it rests on, newest drift results, evidence, open findings.',
  },
  list_incidents: {
    method: 'incidents',
    description: 'Incidents with severity (1 is the gravest), status, model and hours to resolution, the latest first.',
  },
} as const;
type ToolName = keyof typeof TOOLS;

const isTool = (name: string): name is ToolName => Object.hasOwn(TOOLS, name);

/** The channel that a tool asks. */
export const channelOf = (name: string): string | null => (isTool(name) ? `assistant.${TOOLS[name].method}` : null);

/** What is not told is no choice of the assistant. */
export function toolList(): readonly Tool[] {
  return Object.entries(TOOLS).map(([name, { method, description }]) => {
    const { $schema: _dialect, ...schema } = z.toJSONSchema(contract.assistant[method].input, {
      io: 'input',
      unrepresentable: 'any',
    });
    const { redact: _redact, ...properties } = schema.properties ?? {};
    return { name, description, inputSchema: { ...schema, type: 'object', properties } };
  });
}
