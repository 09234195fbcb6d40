import { niceScale, type Scale } from '#domain/base/nice-scale';
import { axisUnit, unitName } from '../../../components/chart/axis-unit';
import { formatCompactMoney, formatNumber } from '../../../lib/format';

export interface MoneyAxis {
  /** `million EUR` */
  readonly name: string;
  readonly scale: Scale;
  readonly tick: (value: number) => string;
  readonly say: (value: number) => string;
}

/** An axis of money in major units: ticks in the unit that its name says. */
export function moneyAxis(amounts: readonly number[], currency: string): MoneyAxis {
  const unit = axisUnit(amounts);
  const scale = niceScale(amounts);
  const { digits } = niceScale(amounts.map((amount) => amount / unit.per));
  return {
    name: unitName(unit, currency),
    scale,
    tick: (value) => formatNumber(value / unit.per, digits),
    say: (value) => formatCompactMoney(value, currency),
  };
}
