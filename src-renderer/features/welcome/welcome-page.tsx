import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePastedTable } from '../../client/use-pasted-table';
import { useWorkspace } from '../../client/use-workspace';
import { runCommand } from '../../commands/registry';
import { Kbd } from '../../components/ui/kbd';
import { SampleWay } from '../../components/ways-in/sample-way';
import { WaysIn } from '../../components/ways-in/ways-in';
import { Recents } from './recents';
import './welcome.css';

const WAYS = [
  { command: 'file.open', label: 'Open', text: 'A portfolio file (.modelfolio)', shortcut: 'mod+O' },
  { command: 'file.share', label: 'Join', text: 'A portfolio that a team shares on its server', shortcut: null },
  { command: 'file.new', label: 'New', text: 'An empty portfolio, to enter models by hand', shortcut: 'mod+N' },
] as const;

/** What is shown while no portfolio is open: what this is for, and the ways in. */
export function WelcomePage(): ReactNode {
  usePastedTable();
  const { data: workspace } = useWorkspace();
  return (
    <div className="mf-welcome">
      <header>
        <p className="mf-welcome-mark">Modelfolio</p>
        <h1 className="mf-welcome-title">Every machine-learning model you answer for, in one file</h1>
        <p className="mf-welcome-lead">
          See which models are in production, which of them are watched and which went silent. Learn which level of
          MLOps that portfolio needs, and what changes it.
        </p>
      </header>
      <WaysIn sample={<SampleWay label="Open the sample portfolio" />} />
      <section className="mf-welcome-start" aria-label="Start">
        {WAYS.map((way) => (
          <div className="mf-way" key={way.command}>
            <span className="mf-way-text">{way.text}</span>
            {way.shortcut !== null && <Kbd shortcut={way.shortcut} />}
            <Button variant="default" className="mf-way-button" onClick={() => runCommand(way.command)}>
              {way.label}
            </Button>
          </div>
        ))}
      </section>
      <Recents recents={workspace?.recents ?? []} />
      <footer className="mf-welcome-foot">
        <span>Or drop a file anywhere in this window, or paste a table here.</span>
        <span>Nothing leaves this computer.</span>
        <span>{workspace ? `Version ${workspace.appVersion}` : ''}</span>
      </footer>
    </div>
  );
}
