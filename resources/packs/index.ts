import type { RulePack } from '#domain/governance/rule-pack';
import euAiAct2024 from './eu-ai-act-2024.json' with { type: 'json' };
import euAiAct2026 from './eu-ai-act-2026.json' with { type: 'json' };
import iso42001 from './iso-42001.json' with { type: 'json' };
import masAirg2025 from './mas-airg-2025.json' with { type: 'json' };
import masAirg2026 from './mas-airg-2026.json' with { type: 'json' };
import nistAiRmf from './nist-ai-rmf-1.json' with { type: 'json' };
import ombM2521 from './omb-m-25-21.json' with { type: 'json' };
import osfiE23 from './osfi-e-23-2027.json' with { type: 'json' };
import praSs123 from './pra-ss1-23.json' with { type: 'json' };
import usSr117 from './us-sr-11-7.json' with { type: 'json' };
import usSr262 from './us-sr-26-2.json' with { type: 'json' };

/** The packs that ship, each as its file; `packs.test.ts` holds them against the schema of packs. */
export const PACKS = [
  euAiAct2024,
  euAiAct2026,
  usSr117,
  usSr262,
  osfiE23,
  praSs123,
  ombM2521,
  nistAiRmf,
  iso42001,
  masAirg2025,
  masAirg2026,
] as unknown as readonly RulePack[];
