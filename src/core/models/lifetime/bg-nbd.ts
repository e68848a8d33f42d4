import { betaGeometricNbd } from './beta-geometric-nbd';

/** Customers buy at random, each at a rate of their own, and may leave after each repeat order. Who ordered once is counted as alive always. */
export const bgNbd = betaGeometricNbd('bg-nbd', 0, {
  title: '"Counting Your Customers" the Easy Way: An Alternative to the Pareto/NBD Model',
  author: 'P. S. Fader, B. G. S. Hardie, K. L. Lee',
  year: 2005,
  where: 'Marketing Science 24 (2), 275–284',
});
