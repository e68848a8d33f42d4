import { SEGMENT_BYS, type SegmentBy } from '../../breakdown/segment-by';

/**
 * Attributes that no survival is told by, for they grow with buying: the customers file gives the tier as it stands now, so whoever is in the
 * highest has ordered often, which is what the curve would then seem to find (immortal time).
 *
 * Gender, city, country and channel of the customers file may change, and nobody gets another one for having bought more. All others are those of the first order.
 * @source S. Suissa, Immortal time bias in pharmacoepidemiology, American Journal of Epidemiology 167 (4), 2008, 492–499
 */
export const GROWN_BY_BUYING: readonly SegmentBy[] = ['member-tier'];

/** Attributes that survival is told by. */
export const SURVIVAL_BYS: readonly SegmentBy[] = SEGMENT_BYS.filter((by) => !GROWN_BY_BUYING.includes(by));
