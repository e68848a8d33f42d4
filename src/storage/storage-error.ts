import { AppError } from '../terms/app-error';

/**
 * Whatever IndexedDB or Dexie threw, as our error.
 *
 * A full disk shows itself on the request or only when the transaction commits; Dexie wraps the second in an AbortError.
 */
export function storageError(cause: unknown): AppError {
  for (const error of chain(cause)) {
    if (error instanceof AppError) return error;
    if (error.name === 'QuotaExceededError') return new AppError('storage/quota', {}, cause);
    if (error.name === 'VersionError') return new AppError('storage/newer-data', {}, cause);
  }
  return new AppError('storage/failed', { detail: cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause) }, cause);
}

/** Whether the browser took the connection away, which it may at any time; opening again helps. */
export function isConnectionLost(cause: unknown): boolean {
  return chain(cause).some((error) => error.name === 'InvalidStateError' || error.name === 'DatabaseClosedError');
}

interface Wrapped {
  name?: string;
  inner?: unknown;
  cause?: unknown;
}

/** The error and those inside it, outermost first. */
function chain(error: unknown): Wrapped[] {
  const errors: Wrapped[] = [];
  let next: unknown = error;
  while (typeof next === 'object' && next !== null && errors.length < 8) {
    const wrapped = next as Wrapped;
    errors.push(wrapped);
    next = wrapped.inner ?? wrapped.cause;
  }
  return errors;
}
