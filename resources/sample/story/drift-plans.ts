import type { ColumnPlan, DriftPlan } from '../drift-plan';

const age: ColumnPlan['bins'] = [24, 29, 34, 39, 44, 50, 56, 62, 70];
const amount: ColumnPlan['bins'] = [180, 420, 690, 980, 1350, 1900, 2700, 4100, 7600];
const score: ColumnPlan['bins'] = [0.04, 0.07, 0.11, 0.16, 0.22, 0.3, 0.41, 0.55, 0.72];
const regions: ColumnPlan['bins'] = [
  ['North', 0.28],
  ['West', 0.24],
  ['South', 0.21],
  ['East', 0.15],
  ['Islands', 0.12],
];
const channels: ColumnPlan['bins'] = [
  ['Broker', 0.41],
  ['Comparison site', 0.27],
  ['Own site', 0.19],
  ['Telephone', 0.13],
];

/** What is watched. The models that are not in this list are in production without anybody looking. */
export const DRIFT_PLANS: readonly DriftPlan[] = [
  {
    key: 'motor-frequency',
    tool: 'house',
    every: 'month',
    from: -1090,
    rows: [180_000, 15_000],
    columns: [
      { name: 'driver_age', bins: age, base: 0.08 },
      {
        name: 'annual_mileage',
        bins: [4, 7, 9, 11, 13, 15, 18, 22, 30],
        base: 0.1,
        season: 0.45,
        episodes: [{ from: -980, rise: 40, height: 0.72, until: -905 }],
      },
      {
        name: 'prediction',
        bins: score,
        base: 0.08,
        season: 0.2,
        episodes: [{ from: -960, rise: 30, height: 0.4, until: -905 }],
      },
    ],
  },
  {
    key: 'motor-severity',
    tool: 'house',
    every: 'month',
    from: -1090,
    rows: [42_000, 3_600],
    columns: [
      {
        name: 'repair_cost_index',
        bins: [88, 93, 97, 100, 103, 106, 110, 115, 124],
        base: 0.1,
        episodes: [
          { from: -620, rise: 130, height: 0.85, until: -470 },
          { from: -350, rise: 90, height: 0.8, until: -228 },
          { from: -205, rise: 140, height: 0.92 },
        ],
      },
      {
        name: 'vehicle_age',
        bins: [1, 2, 3, 5, 6, 8, 10, 12, 16],
        base: 0.12,
        episodes: [{ from: -190, rise: 170, height: 0.4 }],
      },
      {
        name: 'prediction',
        bins: amount,
        base: 0.08,
        episodes: [
          { from: -330, rise: 80, height: 0.5, until: -228 },
          { from: -180, rise: 150, height: 0.62 },
        ],
      },
    ],
  },
  {
    key: 'home-peril',
    tool: 'house',
    every: 'month',
    from: -1060,
    rows: [95_000, 7_800],
    columns: [
      {
        name: 'sum_insured',
        bins: [90, 140, 180, 220, 260, 310, 370, 450, 620],
        base: 0.08,
        episodes: [{ from: -240, rise: 330, height: 0.78 }],
      },
      { name: 'region', bins: regions, base: 0.06 },
      { name: 'prediction', bins: amount, base: 0.07, season: 0.15 },
    ],
  },
  {
    key: 'premium-credit',
    tool: 'house',
    every: 'month',
    from: -900,
    rows: [24_000, 1_900],
    columns: [
      {
        name: 'payment_delay_days',
        bins: [0, 1, 2, 4, 7, 11, 17, 28, 45],
        base: 0.1,
        episodes: [{ from: -540, rise: 30, height: 0.85, until: -420 }],
      },
      {
        name: 'industry',
        bins: [
          ['Crafts', 0.31],
          ['Retail', 0.26],
          ['Services', 0.25],
          ['Transport', 0.18],
        ],
        base: 0.08,
      },
    ],
  },
  {
    key: 'annuity-longevity',
    tool: 'house',
    every: 'month',
    from: -455,
    rows: [640, 41],
    columns: [{ name: 'age_at_accident', bins: age, base: 0.1 }],
  },
  {
    key: 'sanctions',
    tool: 'house',
    every: 'month',
    from: -215,
    rows: [310_000, 28_000],
    columns: [{ name: 'match_score', bins: score, base: 0.06 }],
  },
  {
    key: 'claims-triage',
    tool: 'evidently',
    every: 'week',
    from: -860,
    rows: [60_000, 2_400],
    columns: [
      {
        name: 'claim_amount',
        bins: amount,
        base: 0.1,
        season: 0.18,
        episodes: [
          { from: -655, rise: 12, height: 0.82, until: -600 },
          { from: -372, rise: 14, height: 0.85, until: -310 },
        ],
      },
      { name: 'channel', bins: channels, base: 0.08, episodes: [{ from: -760, rise: 5, height: 0.86, until: -726 }] },
      { name: 'prediction', bins: score, base: 0.08, season: 0.14 },
    ],
  },
  {
    key: 'quote-conversion',
    tool: 'evidently',
    every: 'week',
    from: -510,
    rows: [220_000, 9_500],
    columns: [
      {
        name: 'channel',
        bins: channels,
        base: 0.1,
        episodes: [
          { from: -436, rise: 6, height: 0.88, until: -400 },
          { from: -26, rise: 4, height: 0.9 },
        ],
      },
      {
        name: 'price_rank',
        bins: [1, 2, 3, 4, 5, 7, 9, 12, 18],
        base: 0.12,
        season: 0.1,
        episodes: [
          { from: -198, rise: 10, height: 0.84, until: -160 },
          { from: -24, rise: 4, height: 0.78 },
        ],
      },
      { name: 'driver_age', bins: age, base: 0.1 },
    ],
  },
  {
    key: 'lapse-gbm',
    tool: 'evidently',
    every: 'week',
    from: -540,
    rows: [140_000, 3_100],
    columns: [
      {
        name: 'premium_change',
        bins: [-6, -3, -1, 0, 2, 4, 7, 11, 18],
        base: 0.1,
        season: 0.2,
        episodes: [
          { from: -352, rise: 18, height: 0.85, until: -300 },
          { from: -120, rise: 90, height: 0.45 },
        ],
      },
      { name: 'contacts_12m', bins: [0, 1, 2, 3, 4, 5, 6, 8, 11], base: 0.08 },
    ],
  },
  {
    key: 'next-best-action',
    tool: 'evidently',
    every: 'week',
    from: -240,
    rows: [80_000, 6_200],
    columns: [
      {
        name: 'page_views',
        bins: [1, 2, 3, 5, 7, 9, 12, 17, 26],
        base: 0.08,
        season: 0.1,
        episodes: [{ from: -158, rise: 6, height: 1, until: -130 }],
      },
      { name: 'region', bins: regions, base: 0.06 },
    ],
  },
  {
    key: 'call-volume',
    tool: 'evidently',
    every: 'week',
    from: -835,
    rows: [17_000, 1_400],
    columns: [
      {
        name: 'calls_per_half_hour',
        bins: [8, 14, 19, 24, 29, 35, 42, 52, 70],
        base: 0.08,
        season: 0.2,
        episodes: [{ from: -246, rise: 7, height: 1, until: -200 }],
      },
    ],
  },
  {
    key: 'weather-claims',
    tool: 'evidently',
    every: 'week',
    from: -248,
    rows: [26_000, 1_700],
    columns: [{ name: 'wind_gust', bins: [18, 24, 30, 36, 42, 49, 58, 70, 88], base: 0.06, season: 0.5 }],
  },
  {
    key: 'travel-pricing',
    tool: 'evidently',
    every: 'week',
    from: -515,
    until: -58,
    rows: [33_000, 1_300],
    columns: [
      { name: 'destination', bins: regions, base: 0.08, season: 0.2 },
      {
        name: 'days_before_departure',
        bins: [2, 5, 9, 14, 21, 30, 45, 70, 120],
        base: 0.1,
        episodes: [{ from: -318, rise: 6, height: 0.84, until: -290 }],
      },
    ],
  },
  {
    key: 'fleet-telematics',
    tool: 'nannyml',
    every: 'week',
    from: -260,
    rows: [54_000, 4_400],
    columns: [
      { name: 'harsh_braking', bins: [0.2, 0.5, 0.9, 1.4, 2, 2.8, 3.9, 5.6, 8.4], base: 0.06, season: 0.1 },
      {
        name: 'night_share',
        bins: [0, 0.02, 0.04, 0.07, 0.1, 0.15, 0.21, 0.3, 0.46],
        base: 0.05,
        episodes: [{ from: -140, rise: 6, height: 0.88, until: -110 }],
      },
    ],
  },
  {
    key: 'documents',
    tool: 'nannyml',
    every: 'month',
    from: -455,
    until: -132,
    rows: [48_000, 5_200],
    columns: [
      {
        name: 'document_kind',
        bins: [
          ['Invoice', 0.34],
          ['Letter', 0.29],
          ['Form', 0.22],
          ['Photo', 0.15],
        ],
        base: 0.07,
        episodes: [{ from: -330, rise: 25, height: 0.76, until: -260 }],
      },
    ],
  },
  {
    key: 'flood-risk',
    tool: 'nannyml',
    every: 'month',
    from: -210,
    rows: [72_000, 6_100],
    columns: [
      { name: 'distance_to_water', bins: [40, 90, 160, 260, 400, 620, 950, 1600, 3200], base: 0.05 },
      { name: 'prediction', bins: score, base: 0.06 },
    ],
  },
  {
    key: 'bodily-injury',
    tool: 'nannyml',
    every: 'week',
    from: -92,
    rows: [12_000, 640],
    columns: [{ name: 'treatment_weeks', bins: [1, 2, 3, 4, 6, 9, 13, 20, 34], base: 0.06 }],
  },
  {
    key: 'sme-pricing',
    tool: 'nannyml',
    every: 'month',
    from: -120,
    rows: [31_000, 2_800],
    columns: [{ name: 'turnover', bins: [40, 90, 160, 250, 380, 560, 850, 1400, 2800], base: 0.06 }],
  },
  {
    key: 'fraud-realtime',
    tool: 'nannyml',
    every: 'day',
    from: -423,
    rows: [90_000, 1_250],
    columns: [
      {
        name: 'shared_phone_degree',
        bins: [0, 1, 2, 3, 4, 6, 8, 12, 20],
        base: 0.05,
        episodes: [
          { from: -264, rise: 8, height: 0.85, until: -250 },
          { from: -168, rise: 4, height: 0.8, until: -161 },
          { from: -16, rise: 9, height: 0.8 },
        ],
      },
      { name: 'prediction', bins: score, base: 0.05 },
    ],
  },
  {
    key: 'broker-fraud',
    tool: 'nannyml',
    every: 'week',
    from: -56,
    rows: [9_000, 720],
    columns: [{ name: 'lapse_share', bins: score, base: 0.05 }],
  },
  {
    key: 'lapse-score',
    tool: 'house',
    every: 'month',
    from: -1060,
    until: -525,
    rows: [110_000, 8_800],
    columns: [
      {
        name: 'premium_change',
        bins: [-6, -3, -1, 0, 2, 4, 7, 11, 18],
        base: 0.12,
        episodes: [{ from: -790, rise: 150, height: 0.86 }],
      },
    ],
  },
];
