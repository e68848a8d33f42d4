import type { Explanation } from '../../engine/protocol';

/** A line of a drawer: what, and how much. */
export interface FactRow {
  name: string;
  value: string;
}

/** What the drawer says about a number that is no metric: of a list, of one customer, of a file. All of it in words of the language in use. */
export interface Fact {
  title: string;
  /** The formula in words, and in numbers; numbers are '' where there is nothing to work out. */
  words: string;
  numbers: string;
  value: string;
  /** What is meant by it, in a sentence; '' where the formula says it all. */
  method: string;
  wentIn: FactRow[];
  leftOut: FactRow[];
  /** What the shop's files left out and what refunds did; absent where no shop is open. */
  files?: Explanation;
}

/** Facts once they are known; called again when the language changes. */
export type TellFact = () => Fact;
