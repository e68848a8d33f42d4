import { AppError } from '../../terms/app-error';

/** Anything thrown as an `AppError`; what is none becomes 'engine/failed' with the thing as its cause. */
export function appErrorOf(thrown: unknown): AppError {
  return thrown instanceof AppError ? thrown : new AppError('engine/failed', {}, thrown);
}
