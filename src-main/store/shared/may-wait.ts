/**
 * Commands that may be given without the server and given again on its return: they write facts of the portfolio and nothing
 * else. What is not named here never waits, and is not given again whatever a file says: roles, sharing, files and backups of this
 * computer, approvals, what is brought in, connections.
 */
const MAY_WAIT: Readonly<Record<string, readonly string[]>> = {
  models: ['create', 'update', 'updateMany', 'move', 'moveMany'],
  challengers: ['start', 'promote', 'giveUp'],
  drift: ['setBand', 'askRetraining', 'startRetraining', 'resolve'],
  assessments: ['start', 'update', 'answer', 'clearAnswer', 'renameRespondent', 'finish', 'reopen'],
  vendors: ['save'],
  incidents: ['create', 'update', 'updateMany', 'move', 'planMitigation', 'moveMany', 'attach'],
  scenarios: ['create', 'update', 'choose', 'take', 'follow', 'reset', 'calibrate', 'retire', 'takeGaps'],
  overview: ['follow'],
  governance: ['answer', 'noteReport', 'setUnit', 'setOrganisation', 'setFacts'],
  packs: ['noteReading'],
  evidence: ['add', 'update'],
  findings: ['create', 'update', 'close'],
  reviews: ['complete'],
  dependencies: ['add', 'update', 'release'],
  views: ['save'],
  settings: ['update'],
};

/** @param channel as it stands in the file: nobody vouches for it */
export function mayWait(channel: string): boolean {
  const [subject = '', method = '', ...more] = channel.split('.');
  return more.length === 0 && Object.hasOwn(MAY_WAIT, subject) && (MAY_WAIT[subject]?.includes(method) ?? false);
}
