/** Stands before the number of a guest's order where other customers have their key; no key of a file begins with it. */
export const GUEST_SIGN = '⌁';
