import { describeParity } from './parity';

// Two hundred shops are among the long trials.
describeParity(60);
