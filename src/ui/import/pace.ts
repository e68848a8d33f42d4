import type { Progress } from '../../terms/progress';

/** Share of the job that is done, 0 to 1: by bytes while the file is read, by rows after that; null while the total is not known. */
export function shareOf(progress: Progress): number | null {
  const reading = progress.phase === 'decode' || progress.phase === 'read';
  if (reading && progress.bytesTotal > 0) return progress.bytes / progress.bytesTotal;
  return progress.rowsExpected > 0 ? progress.rows / progress.rowsExpected : null;
}

/** How fast and how long still, from what was done in `elapsed` ms. Absent in the first third of a second, when any figure would be a guess. */
export function paceOf(progress: Progress, elapsed: number): { rowsPerSecond: number; secondsLeft: number | null } | null {
  if (elapsed < 300 || progress.rows === 0) return null;
  const share = shareOf(progress);
  const rate = (progress.rows / elapsed) * 1000;
  // Two figures: the third changes with every breath of the machine.
  const step = 10 ** Math.max(0, Math.floor(Math.log10(rate)) - 1);
  return {
    rowsPerSecond: Math.round(rate / step) * step,
    secondsLeft: share === null || share === 0 || share >= 1 ? null : (elapsed / share - elapsed) / 1000,
  };
}
