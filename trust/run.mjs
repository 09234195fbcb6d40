// Runs the suites that attack what people rely on: node trust/run.mjs [all|crash|power|shared|far|stops|attack|fuzz] [--tenth] [--seed N]
import { runBundled } from '../scripts/run-bundled.mjs';

await runBundled('trust', 'trust', process.argv.slice(2), ['crash-child', 'shared-child']);
