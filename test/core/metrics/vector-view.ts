/** The tests look at a worked example as the dictionary does. */
export { vectorView } from '../../../src/core/metrics/worked-example';
