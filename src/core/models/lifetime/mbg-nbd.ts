import { betaGeometricNbd } from './beta-geometric-nbd';

/** Customers buy at random, each at a rate of their own, and may leave after each order, the first included. */
export const mbgNbd = betaGeometricNbd('mbg-nbd', 1, {
  title: 'Empirical validation and comparison of models for customer base analysis',
  author: 'E. P. Batislam, M. Denizel, A. Filiztekin',
  year: 2007,
  where: 'International Journal of Research in Marketing 24 (3), 201–209',
});
