/** Customers that were taken for one person. */
export interface MergedPerson {
  /** The key that stands for the person. */
  key: string;
  /** All keys that the files use for the person, this one first. */
  keys: string[];
  /** E-mails and phone numbers that brought them together. */
  by: string[];
}

/** An e-mail or phone number that too many customers have to be one person's. */
export interface SharedContact {
  text: string;
  /** Customers that have it. */
  customers: number;
}

/** Who is who in a shop. */
export interface People {
  /** Key of the person that a customer key belongs to; the key itself for most. */
  readonly keyOf: (customer: string) => string;
  /** Key of the one person who has this e-mail or phone number; null when nobody has it, or several persons do. */
  readonly ofContact: (contact: string) => string | null;
  /** Whether several persons have this e-mail or phone number: then it is nobody's. */
  readonly isShared: (contact: string) => boolean;
  merged: MergedPerson[];
  /** Contacts that bring nobody together, because too many customers have them. */
  shared: SharedContact[];
}
