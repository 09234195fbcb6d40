import { call } from '../../client/call';
import { formatCount } from '../../lib/format';
import type { ReportOptions } from './report-options';
import { redactOf } from './report-options';

/** A file that other programs read. */
export interface ProgramFile {
  readonly title: string;
  readonly hint: string;
  /** One button each; several where the format has versions. */
  readonly kinds: readonly ProgramKind[];
}

export interface ProgramKind {
  readonly id: string;
  readonly button: string;
  /** In the palette, and what the button does for those who do not see what stands beside it. */
  readonly action: string;
  /** At the end of the file's name. */
  readonly file: string;
  readonly extension: string;
  readonly make: (target: Target, options: ReportOptions) => Promise<{ readonly rows: number }>;
  /** What is counted in it. */
  readonly noun: readonly [one: string, many: string];
}

interface Target {
  readonly out: string;
  readonly jobId: string;
}

const bom = (version: '1.6' | '1.7'): ProgramKind => ({
  id: `bom-${version}`,
  button: `CycloneDX ${version}`,
  action: `Save the ML-BOM (CycloneDX ${version})`,
  file: 'ML-BOM',
  extension: 'cdx.json',
  make: (target, options) => call('exports.mlBom', { ...target, version, redact: redactOf(options) }),
  noun: ['component', 'components'],
});

const figures = (format: 'openmetrics' | 'json', button: string, extension: string): ProgramKind => ({
  id: `figures-${format}`,
  button,
  action: `Save the figures (${button})`,
  file: 'figures',
  extension,
  make: (target, options) => call('exports.figures', { ...target, format, redact: redactOf(options) }),
  noun: ['figure', 'figures'],
});

export const PROGRAM_FILES: readonly ProgramFile[] = [
  {
    title: 'Bill of materials (ML-BOM)',
    hint: 'Models, what they rest on, their data, newest results and limits, for tools of security and procurement.',
    kinds: [
      bom('1.6'),
      bom('1.7'),
      {
        id: 'spdx',
        button: 'SPDX 3.0.1',
        action: 'Save the ML-BOM (SPDX 3.0.1)',
        file: 'ML-BOM',
        extension: 'spdx.json',
        make: (target, options) => call('exports.spdx', { ...target, redact: redactOf(options) }),
        noun: ['package', 'packages'],
      },
    ],
  },
  {
    title: 'Figures for a dashboard',
    hint: 'Every figure of the screens with its unit and definition, and models by stage, tier, health and unit.',
    kinds: [figures('openmetrics', 'OpenMetrics', 'txt'), figures('json', 'JSON', 'json')],
  },
  {
    title: 'Tags for MLflow',
    hint: 'A line for each tag of a model that refers to an MLflow registry, for whoever runs it to apply. Nothing is sent.',
    kinds: [
      {
        id: 'mlflow-tags',
        button: 'JSON Lines',
        action: 'Save the tags for MLflow',
        file: 'MLflow tags',
        extension: 'jsonl',
        make: (target, options) => {
          const { owners, texts } = redactOf(options);
          return call('exports.mlflowTags', { ...target, redact: { owners, texts } });
        },
        noun: ['tag', 'tags'],
      },
    ],
  },
  {
    title: 'The whole portfolio',
    hint: 'Every row, result and change as JSON Lines that a script reads, and that become the same portfolio again. Nothing is left out of it, whatever is chosen above.',
    kinds: [
      {
        id: 'lines',
        button: 'JSON Lines',
        action: 'Save the whole portfolio as JSON Lines',
        file: 'portfolio',
        extension: 'jsonl',
        make: (target) => call('exports.lines', target),
        noun: ['line', 'lines'],
      },
    ],
  },
];

/** `43 components; `, before where the file is. */
export const saidOf = ({ noun }: ProgramKind, rows: number): string => `${formatCount(rows, ...noun)}; `;
