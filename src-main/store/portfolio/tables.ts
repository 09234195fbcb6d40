export interface PortfolioRow {
  id: string;
  name: string;
  currency: string;
  created_at: string;
  settings: string;
}

export interface PortfolioFacts {
  portfolio: PortfolioRow;
}

export const EMPTY_PORTFOLIO = { portfolio: {} } as const satisfies {
  readonly [T in keyof PortfolioFacts]: Partial<PortfolioFacts[T]>;
};
