import type { Engine } from '../engine/client';
import type { ShopCard } from '../engine/protocol';
import type { Minor } from '../terms/money';
import { DEFAULT_PREDICTION, type LifetimeModelId, type PredictionChoice } from '../terms/prediction';

export type TimeUnit = 'year' | 'month' | 'week';

/** What was spent in some days; null is not typed. */
export interface PeriodCosts {
  /** ISO dates: first day, and the day after the last. */
  from: string;
  to: string;
  acquisitionMinor: Minor | null;
  retentionMinor: Minor | null;
}

/** What the owner of a shop knows and no file tells; null is not typed. */
export interface TypedNumbers {
  /** Currency of the amounts: in another one they mean nothing. */
  currency: string;
  /** Ratios 0 to 1. */
  margin: number | null;
  discountPerYear: number | null;
  /** How long a customer stays, an order's value, and orders per unit of time. */
  tenure: number | null;
  tenureUnit: TimeUnit;
  orderValueMinor: Minor | null;
  frequency: number | null;
  frequencyUnit: TimeUnit;
  /** Of a hundred who are given an offer, how many stay because of it. */
  savedPercent: number | null;
  /** Model that predictions are made with, and the days ahead that their value is counted for. */
  model: LifetimeModelId;
  horizonDays: number;
  costs: PeriodCosts[];
}

const NOTHING: Omit<TypedNumbers, 'currency'> = {
  margin: null,
  discountPerYear: null,
  tenure: null,
  tenureUnit: 'year',
  orderValueMinor: null,
  frequency: null,
  frequencyUnit: 'year',
  savedPercent: null,
  model: DEFAULT_PREDICTION.model,
  horizonDays: DEFAULT_PREDICTION.horizonDays,
  costs: [],
};
/** Costs of this many different stretches of days are kept; the oldest are forgotten first. */
const MOST = 60;

/** Name of the document in which the numbers of a shop are kept. */
export function numbersKey(shop: number): string {
  return `numbers/${shop}`;
}

/**
 * Why a typed margin is not used in predictions: at `none`, 0, nobody brings more than anybody else; `wrong` is below 0 or above 1. null where
 * it is used or nothing is typed.
 */
export function unusedMargin(margin: number | null): 'none' | 'wrong' | null {
  if (margin === null) return null;
  return margin === 0 ? 'none' : margin > 0 && margin <= 1 ? null : 'wrong';
}

/** The typed numbers of the open shop. Kept on the device, each shop's apart. */
export class ShopNumbers {
  /** null until they are read. */
  typed = $state.raw<TypedNumbers | null>(null);
  #engine: Pick<Engine, 'readDocument' | 'writeDocument'>;
  #shop: Pick<ShopCard, 'id' | 'currency'> | null = null;

  constructor(engine: Pick<Engine, 'readDocument' | 'writeDocument'>) {
    this.#engine = engine;
  }

  /** Reads what is kept of a shop; amounts in another currency than the shop's are left out. The shop that was opened last counts. */
  async open(shop: Pick<ShopCard, 'id' | 'currency'>): Promise<void> {
    if (this.#shop?.id === shop.id && this.#shop.currency.code === shop.currency.code) return;
    this.#shop = shop;
    this.typed = null;
    const kept = (await this.#engine.readDocument(numbersKey(shop.id))) as Partial<TypedNumbers> | null;
    if (this.#shop !== shop) return;
    const all = { ...NOTHING, currency: shop.currency.code, ...kept };
    this.typed = all.currency === shop.currency.code ? all : { ...all, currency: shop.currency.code, orderValueMinor: null, costs: [] };
  }

  /** The costs that were typed for exactly these days. */
  costsOf(from: string, to: string): PeriodCosts {
    const known = this.typed?.costs.find((one) => one.from === from && one.to === to);
    return known ?? { from, to, acquisitionMinor: null, retentionMinor: null };
  }

  /** What predictions are asked with: by sales where the typed margin is none that anybody can be ranked by. */
  get prediction(): PredictionChoice {
    const { model, horizonDays, margin, discountPerYear } = { ...DEFAULT_PREDICTION, ...this.typed };
    const used = margin !== null && !unusedMargin(margin) ? margin : null;
    return { model, horizonDays, margin: used, discountPerYear: discountPerYear ?? DEFAULT_PREDICTION.discountPerYear };
  }

  change(part: Partial<Omit<TypedNumbers, 'currency' | 'costs'>>): void {
    this.#keep(part);
  }

  changeCosts(costs: PeriodCosts): void {
    const others = (this.typed?.costs ?? []).filter((one) => one.from !== costs.from || one.to !== costs.to);
    const isTyped = costs.acquisitionMinor !== null || costs.retentionMinor !== null;
    this.#keep({ costs: [...others, ...(isTyped ? [costs] : [])].slice(-MOST) });
  }

  #keep(part: Partial<TypedNumbers>): void {
    if (!this.typed || !this.#shop) return;
    this.typed = { ...this.typed, ...part };
    void this.#engine.writeDocument(numbersKey(this.#shop.id), this.typed);
  }
}
