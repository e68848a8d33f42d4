/** A message: text with `{slots}`, or one text per plural form (chosen by the slot `count`). */
export type Message = string | { one: string; other: string };
export type MessageSet = Record<string, Message>;

/** The same keys in another language. Chinese has no plural forms, so one text serves. */
export type Translation<M extends MessageSet> = { [K in keyof M]: Message };
