/** The first major version of Node that the SQLite binding runs in; older ones crash on loading it, without a word. */
const OLDEST = 22;

/** Imported before everything else: whoever names this script to another program names the Node that runs it too. */
if (Number.parseInt(process.versions.node, 10) < OLDEST) {
  const message = `This is Node ${process.versions.node}, and Modelfolio needs Node ${OLDEST} or newer (24 is tested). Nothing was opened. Start it with another Node (${process.execPath} is this one), or with npm run modelfolio, which brings its own.`;
  process.stderr.write(`${JSON.stringify({ code: 'unavailable', message })}\n`);
  process.exit(1);
}
