import { bomPieces } from '../../../exporters/interchange/cyclonedx';
import { mlflowTagLines } from '../../../exporters/interchange/mlflow-tags';
import { modelCardText } from '../../../exporters/interchange/model-card';
import { spdxPieces } from '../../../exporters/interchange/spdx';
import { DomainError } from '../../../failure/domain-error';
import type { SubjectHandlers } from '../../subject';
import { writeFigures } from './figures-file';
import { gatherRecords } from './gather-records';
import { writeLines } from './lines-file';
import { writePieces } from './write-file';

type Interchange = Pick<
  SubjectHandlers<'exports'>,
  'mlBom' | 'spdx' | 'modelCard' | 'figures' | 'lines' | 'mlflowTags'
>;

export const interchange: Interchange = {
  figures: writeFigures,
  lines: writeLines,

  mlBom: ({ version, redact, ...asked }, context) =>
    writePieces(asked, context, async (moment, job) => {
      let rows = 0;
      const { head, models, others } = await gatherRecords(asked, redact, moment, job);
      const counted = (components: number): void => {
        rows = components;
      };
      return { text: bomPieces({ version, head, models, others, counted }), rows: () => rows };
    }),

  spdx: ({ redact, ...asked }, context) =>
    writePieces(asked, context, async (moment, job) => {
      let rows = 0;
      const { head, models, others } = await gatherRecords(asked, redact, moment, job);
      const counted = (packages: number): void => {
        rows = packages;
      };
      return { text: spdxPieces({ head, models, others, counted }), rows: () => rows };
    }),

  modelCard: ({ id, redact, ...target }, context) =>
    writePieces(target, context, async (moment, job) => {
      const { head, models } = await gatherRecords({ ids: [id] }, redact, moment, job);
      const { value: model } = await models.next();
      if (model === undefined)
        throw new DomainError(
          'not_found',
          `There is no model ${id} in this portfolio. models.list answers with their ids.`,
        );
      return { text: [modelCardText(model, head)], rows: () => 1 };
    }),

  mlflowTags: ({ redact, ...asked }, context) =>
    writePieces(asked, context, async (moment, job) => {
      let rows = 0;
      // References are what a model is called there; without them there is nothing to tag.
      const { models } = await gatherRecords(asked, { texts: false, ...redact }, moment, job);
      async function* lines(): AsyncGenerator<string> {
        for await (const model of models)
          for (const line of mlflowTagLines(model, redact.texts === true)) {
            rows += 1;
            yield line;
          }
      }
      return { text: lines(), rows: () => rows };
    }),
};
