import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { redoLast, undoLast } from '../client/history';
import { host } from '../client/host';
import { useFileActions } from '../client/use-file-actions';
import { useChannel } from '../client/use-query';
import { useShare } from '../client/use-share';
import { type AppCommand, runCommand, useCommands } from '../commands/registry';
import { SETTINGS_KEYS, SETTINGS_PLACES } from '../lib/settings-places';
import { isTextField } from '../lib/text-field';
import { useDialogs } from '../stores/dialogs';
import { useIncidentReport } from '../stores/incident-report';

const focusSearch = (): void => {
  const field = document.querySelector<HTMLElement>('main [data-page-search], main input[type="search"]');
  if (field) field.focus();
  else useDialogs.getState().show('palette');
};

/** The commands of the frame; features add theirs while they are shown. */
export function useAppCommands(portfolioOpen: boolean): void {
  const navigate = useNavigate();
  const files = useFileActions();
  const show = useDialogs((state) => state.show);
  const { data: history } = useChannel('history.state', {}, { enabled: portfolioOpen });
  const { data: week } = useChannel('overview.monday', {}, { enabled: false });
  const open = (): boolean => portfolioOpen;
  const share = useShare(portfolioOpen);
  const undo = history?.undo;
  const redo = history?.redo;

  const fresh = week?.fresh ?? 0;
  const thisWeek: AppCommand = {
    id: 'view.week',
    label: fresh === 0 ? 'This week' : `This week: ${fresh} new`,
    group: 'Go to',
    shortcut: 'g w',
    enabled: open,
    run: () => void navigate({ to: '/week' }),
  };

  useCommands([
    // The first thing that is offered where something changed since the last look.
    ...(fresh > 0 ? [thisWeek] : []),
    {
      id: 'view.overview',
      label: 'Overview',
      group: 'Go to',
      shortcut: 'g o',
      alsoShortcuts: ['mod+1'],
      enabled: open,
      run: () => void navigate({ to: '/' }),
    },
    ...(fresh > 0 ? [] : [thisWeek]),
    {
      id: 'view.portfolio',
      label: 'Portfolio',
      group: 'Go to',
      shortcut: 'g p',
      alsoShortcuts: ['mod+2'],
      enabled: open,
      run: () => void navigate({ to: '/portfolio' }),
    },
    {
      id: 'view.carry',
      label: 'Cost to carry: which models to retire',
      group: 'Go to',
      shortcut: 'g c',
      enabled: open,
      run: () => void navigate({ to: '/carry' }),
    },
    {
      id: 'view.governance',
      label: 'Governance: what is owed, to whom, by when',
      group: 'Go to',
      shortcut: 'g g',
      enabled: open,
      run: () => void navigate({ to: '/governance' }),
    },
    {
      id: 'view.dependencies',
      label: 'Dependencies: what rests on what, what falls with what',
      group: 'Go to',
      enabled: open,
      run: () => void navigate({ to: '/dependencies' }),
    },
    {
      id: 'view.quality',
      label: 'Data quality: what to fill next',
      group: 'Go to',
      shortcut: 'g q',
      enabled: open,
      run: () => void navigate({ to: '/quality' }),
    },
    {
      id: 'view.monitoring',
      label: 'Monitoring',
      group: 'Go to',
      shortcut: 'g m',
      alsoShortcuts: ['mod+3'],
      enabled: open,
      run: () => void navigate({ to: '/monitoring' }),
    },
    {
      id: 'view.assessments',
      label: 'Assessment',
      group: 'Go to',
      shortcut: 'g a',
      enabled: open,
      run: () => void navigate({ to: '/assessments' }),
    },
    {
      id: 'assessment.start',
      label: 'Start an assessment',
      group: 'Assessment',
      // Without a portfolio one is made first: an assessment is kept in it.
      run: () => (portfolioOpen ? void navigate({ to: '/assessments/start' }) : show('portfolio-to-assess')),
    },
    {
      id: 'view.vendors',
      label: 'Vendor scorecard',
      group: 'Go to',
      enabled: open,
      run: () => void navigate({ to: '/assessments/vendors' }),
    },
    {
      id: 'view.investment',
      label: 'Investment',
      group: 'Go to',
      shortcut: 'g v',
      enabled: open,
      run: () => void navigate({ to: '/investment' }),
    },
    {
      id: 'drift.measure',
      label: 'Measure drift between two files',
      group: 'Go to',
      enabled: open,
      run: () => void navigate({ to: '/monitoring/measure' }),
    },
    {
      id: 'view.reports',
      label: 'Reports',
      group: 'Go to',
      shortcut: 'g t',
      enabled: open,
      run: () => void navigate({ to: '/reports' }),
    },
    {
      id: 'view.imports',
      label: 'Imports',
      group: 'Go to',
      shortcut: 'g i',
      enabled: open,
      run: () => void navigate({ to: '/import' }),
    },
    {
      id: 'view.changes',
      label: 'What changed between two days',
      group: 'Go to',
      enabled: open,
      run: () => void navigate({ to: '/changes' }),
    },
    {
      id: 'view.journal',
      label: 'Journal',
      group: 'Go to',
      shortcut: 'g j',
      enabled: open,
      run: () => void navigate({ to: '/journal' }),
    },
    {
      id: 'app.settings',
      label: 'Settings',
      group: 'Go to',
      shortcut: 'mod+,',
      enabled: open,
      run: () => void navigate({ to: '/settings' }),
    },
    {
      id: 'view.incidents',
      label: 'Incidents',
      group: 'Go to',
      shortcut: 'g n',
      enabled: open,
      run: () => void navigate({ to: '/incidents' }),
    },
    {
      id: 'view.incidentsMeeting',
      label: 'Incidents for the meeting',
      group: 'Go to',
      enabled: open,
      run: () => void navigate({ to: '/incidents/meeting' }),
    },
    {
      id: 'incident.report',
      label: 'Report an incident',
      group: 'Incidents',
      shortcut: 'r',
      enabled: open,
      run: () => useIncidentReport.getState().open(),
    },
    { id: 'file.new', label: 'New portfolio', group: 'File', shortcut: 'mod+N', run: () => show('new-portfolio') },
    {
      id: 'file.fromLines',
      label: 'Make a portfolio of its JSON Lines',
      group: 'File',
      run: () => void files.fromLines(),
    },
    { id: 'file.open', label: 'Open a portfolio', group: 'File', shortcut: 'mod+O', run: () => void files.open() },
    { id: 'file.sample', label: 'Open the sample portfolio', group: 'File', run: () => void files.openSample() },
    {
      id: 'file.import',
      label: 'Import a spreadsheet',
      group: 'File',
      shortcut: 'mod+I',
      run: () => void files.importTable(),
    },
    {
      id: 'file.reveal',
      label: 'Show the portfolio file',
      group: 'File',
      enabled: open,
      run: () => void files.reveal(),
    },
    {
      id: 'file.backUp',
      label: 'Back up the portfolio',
      group: 'File',
      enabled: open,
      run: () => void files.backUp(),
    },
    {
      id: 'file.share',
      label: portfolioOpen ? 'Share this portfolio, or join a shared one' : 'Join a shared portfolio',
      group: 'File',
      run: () => void navigate({ to: share === null ? '/share' : '/settings/sharing' }),
    },
    { id: 'file.close', label: 'Close the portfolio', group: 'File', enabled: open, run: () => void files.close() },
    {
      id: 'edit.undo',
      label: undo ? `Undo: ${undo.label}` : 'Undo',
      words: 'Undo',
      group: 'Edit',
      shortcut: 'mod+Z',
      enabled: () => Boolean(undo),
      run: () => void undoLast(),
    },
    {
      id: 'edit.redo',
      label: redo ? `Redo: ${redo.label}` : 'Redo',
      words: 'Redo',
      group: 'Edit',
      shortcut: 'mod+shift+Z',
      alsoShortcuts: ['mod+Y'],
      enabled: () => Boolean(redo),
      run: () => void redoLast(),
    },
    { id: 'view.search', label: 'Search on this page', group: 'View', shortcut: '/', run: focusSearch },
    {
      id: 'view.palette',
      label: 'Search or run a command',
      group: 'View',
      shortcut: 'mod+K',
      run: () => show('palette'),
    },
    ...SETTINGS_KEYS.map((hash) => ({
      id: `settings.${hash}`,
      label: SETTINGS_PLACES[hash],
      group: 'Settings' as const,
      enabled: open,
      run: () => void navigate({ to: '/settings', hash }),
    })),
    {
      id: 'journal.check',
      label: 'Check an exported journal',
      group: 'File',
      run: () => show('check-evidence'),
    },
    { id: 'view.shortcuts', label: 'Keyboard shortcuts', group: 'Help', shortcut: '?', run: () => show('shortcuts') },
  ]);

  useEffect(() => host.onMenuCommand(runFromMenu), []);
}

/** The menu's Undo belongs to the text field while one has the focus. */
function runFromMenu(id: string): void {
  if ((id === 'edit.undo' || id === 'edit.redo') && isTextField(document.activeElement)) {
    document.execCommand(id === 'edit.undo' ? 'undo' : 'redo');
    return;
  }
  runCommand(id);
}
