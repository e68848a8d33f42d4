/**
 * What customers can be told apart by. `first-…` is about the first purchase in the file and never changes; `country` and `channel` are
 * those of the latest purchase before a day; `member-…` stands in the customers file, which says how things are, not since when.
 */
export const SEGMENT_BYS = [
  'country',
  'channel',
  'first-category',
  'first-product',
  'first-channel',
  'first-discount',
  'first-size',
  'first-month',
  'member-tier',
  'member-gender',
  'member-city',
  'member-country',
  'member-channel',
] as const;
export type SegmentBy = (typeof SEGMENT_BYS)[number];

/**
 * The customers of one segment. `segment` is `=` and the text of the file, a month (`2024-01`), or one of `small`, `middle`, `large`,
 * `discounted`, `full-price`, `other` (beyond the largest segments) and `unknown`.
 */
export interface Among {
  by: SegmentBy;
  segment: string;
}
