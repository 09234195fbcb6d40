import type { Channel } from '#contract/index';

/** Commands that the story leaves out, each with the one that stands for it. */
export const LEFT_OUT: Readonly<Partial<Record<Channel, string>>> = {
  'workspace.sample': 'opens what it made, as workspace.create does',
  'workspace.fromLines': 'opens what it made, as workspace.open does',
  'workspace.keepCopy': 'opens what it wrote, as workspace.open does',
  'workspace.openReplacement': 'opens a file, as workspace.open does',
  'workspace.openConflict': 'opens a file, as workspace.open does',
  'workspace.unlock': 'opens a file, as workspace.open does',
  'encryption.remember': 'needs a key store of the system, which only the desktop has',
  'connections.test': 'asks a server, and changes nothing',
  'connections.preview': 'asks a server; what it notes on this computer is noted as connections.agree notes it',
  'connections.apply': 'asks a server, and writes as imports.apply does',
  'connections.keepSecret': 'needs whoever keeps secrets, which only the desktop and the loopback host have',
  'share.announce': 'needs a server, as all of sharing does: its own tests share with one',
  'share.connect': 'needs a server',
  'share.create': 'needs a server',
  'share.join': 'needs a server',
  'share.leave': 'needs a server',
  'share.resolve': 'needs a server',
  'share.setRole': 'needs a server',
  'share.test': 'needs a server',
  'share.verify': 'needs a server',
  'reports.deck': 'noted by the same function as reports.workbook',
  'reports.pdf': 'noted by the same function as reports.workbook',
  'reports.brief': 'noted by the same function as reports.workbook',
  'reports.html': 'noted by the same function as reports.workbook',
};
