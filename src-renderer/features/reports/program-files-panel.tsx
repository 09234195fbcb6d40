import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFileJob } from '../../client/use-file-job';
import { useCommands } from '../../commands/registry';
import { Panel } from '../../components/ui/panel';
import { fileName } from '../../lib/file-name';
import { localDay } from '../../lib/local-day';
import { PROGRAM_FILES, type ProgramKind, saidOf } from './program-files';
import type { ReportOptions } from './report-options';
import styles from './reports.module.css';

interface Props {
  /** Of the portfolio. */
  readonly name: string;
  readonly options: ReportOptions;
}

/** What is known, for programs of other houses: what stays in the house stays out of these files too. */
export function ProgramFilesPanel({ name, options }: Props): ReactNode {
  const { running, start } = useFileJob<string>();
  const save = (kind: ProgramKind): void =>
    void start({
      kind: kind.id,
      name: fileName(name, kind.file, localDay(new Date()), kind.extension),
      make: (out, jobId) => kind.make({ out, jobId }, options),
      said: ({ rows }) => saidOf(kind, rows),
    });
  useCommands(
    PROGRAM_FILES.flatMap(({ kinds }) =>
      kinds.map((kind) => ({
        id: `reports.file.${kind.id}`,
        label: kind.action,
        group: 'Reports',
        enabled: () => running === null,
        run: () => save(kind),
      })),
    ),
  );
  return (
    <Panel
      title="For other programs"
      hint="In the formats of the field. What nobody has said is left out; what stays in the house, as chosen above, stays out of them too."
    >
      <ul className={styles.programs}>
        {PROGRAM_FILES.map(({ title, hint, kinds }) => (
          <li key={title}>
            <div>
              <strong>{title}</strong>
              <p className="mf-muted">{hint}</p>
            </div>
            <div className={styles.programButtons}>
              {kinds.map((kind) => (
                <Button
                  key={kind.id}
                  variant="default"
                  size="xs"
                  aria-label={kind.action}
                  loading={running?.kind === kind.id}
                  disabled={running !== null}
                  onClick={() => save(kind)}
                >
                  {kind.button}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
