import type { SubjectHandlers } from '../subject';
import { answerQuestions } from './answers';
import { certifyModel } from './certificate';
import { readCompleteness, readModelBefore } from './completeness';
import { exportTemplate } from './export-template';
import { readFacts, setFacts } from './facts';
import { readGates } from './gates';
import { dayOf } from './gather';
import { noteReport, readClocks, readReports, removeReport } from './incident-reports';
import { listPacks, loadPacks } from './packs';
import { writeWorklist } from './worklist-file';
import { readMap, readWorklist } from './side-by-side';
import { readOrganisation, readUnits, setOrganisation, setUnit } from './units';

export const governance: SubjectHandlers<'governance'> = {
  packs: async ({ at }, { now, read }) => ({
    packs: listPacks(dayOf(at, now), now.slice(0, 10), await loadPacks(read)),
  }),
  gates: readGates,
  certificate: certifyModel,
  template: exportTemplate,
  completeness: readCompleteness,
  map: readMap,
  worklist: readWorklist,
  worklistFile: writeWorklist,
  model: readModelBefore,
  answer: answerQuestions,
  clocks: readClocks,
  reports: readReports,
  noteReport,
  removeReport,
  units: async (_input, { read }) => ({ units: [...(await readUnits(read))] }),
  setUnit,
  organisation: (_input, { read }) => readOrganisation(read),
  setOrganisation,
  facts: ({ modelId }, { read }) => readFacts(modelId, read),
  setFacts,
};
