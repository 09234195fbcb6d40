import { app, Menu, type MenuItemConstructorOptions } from 'electron';

type Send = (command: string) => void;

/** The native menu. Its items name commands of the screen's registry; the screen decides what they mean there. */
export function applyMenu(send: Send): void {
  const template = [...appMenu(send), fileMenu(send), editMenu(send), viewMenu(send), windowMenu(), helpMenu()];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/**
 * The accelerator is shown but not taken: the page handles its own keys (Ctrl+Z in a text field undoes typing, not a
 * change of a model), and a key must not act twice.
 */
function item(send: Send, label: string, command: string, accelerator?: string): MenuItemConstructorOptions {
  const click = () => send(command);
  return accelerator === undefined ? { label, click } : { label, click, accelerator, registerAccelerator: false };
}

const LINE: MenuItemConstructorOptions = { type: 'separator' };
const onMac = process.platform === 'darwin';

function appMenu(send: Send): MenuItemConstructorOptions[] {
  if (!onMac) return [];
  const settings = item(send, 'Settings…', 'app.settings', 'Command+,');
  const system: MenuItemConstructorOptions[] = [{ role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }];
  return [{ label: app.name, submenu: [{ role: 'about' }, LINE, settings, LINE, ...system, LINE, { role: 'quit' }] }];
}

function fileMenu(send: Send): MenuItemConstructorOptions {
  const recents: MenuItemConstructorOptions[] = onMac
    ? [{ role: 'recentDocuments', submenu: [{ role: 'clearRecentDocuments' }] }]
    : [];
  const leave: MenuItemConstructorOptions[] = onMac
    ? [{ role: 'close' }]
    : [item(send, 'Settings', 'app.settings', 'CmdOrCtrl+,'), LINE, { role: 'quit' }];
  return {
    label: '&File',
    submenu: [
      item(send, 'New portfolio…', 'file.new', 'CmdOrCtrl+N'),
      item(send, 'Open portfolio…', 'file.open', 'CmdOrCtrl+O'),
      ...recents,
      item(send, 'Open the sample portfolio', 'file.sample'),
      LINE,
      item(send, 'Import a table…', 'file.import', 'CmdOrCtrl+I'),
      LINE,
      item(send, onMac ? 'Show in Finder' : 'Show in folder', 'file.reveal'),
      item(send, 'Share or join…', 'file.share'),
      item(send, 'Back up', 'file.backUp'),
      item(send, 'Close portfolio', 'file.close'),
      LINE,
      ...leave,
    ],
  };
}

function editMenu(send: Send): MenuItemConstructorOptions {
  return {
    label: '&Edit',
    submenu: [
      item(send, 'Undo', 'edit.undo', 'CmdOrCtrl+Z'),
      item(send, 'Redo', 'edit.redo', 'CmdOrCtrl+Shift+Z'),
      LINE,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
    ],
  };
}

function viewMenu(send: Send): MenuItemConstructorOptions {
  const developer: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [LINE, { role: 'reload' }, { role: 'toggleDevTools' }];
  return {
    label: '&View',
    submenu: [
      item(send, 'Find a command…', 'view.palette', 'CmdOrCtrl+K'),
      LINE,
      item(send, 'Overview', 'view.overview', 'CmdOrCtrl+1'),
      item(send, 'Portfolio', 'view.portfolio', 'CmdOrCtrl+2'),
      LINE,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'togglefullscreen' },
      ...developer,
    ],
  };
}

function windowMenu(): MenuItemConstructorOptions {
  return onMac ? { role: 'windowMenu' } : { label: '&Window', submenu: [{ role: 'minimize' }, { role: 'close' }] };
}

function helpMenu(): MenuItemConstructorOptions {
  return onMac ? { role: 'help', submenu: [] } : { label: '&Help', submenu: [{ role: 'about' }] };
}
