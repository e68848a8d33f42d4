import { describeParity } from './parity';

describeParity(200);
