/** Milliseconds of processor time that this process has used: what others do on the machine does not lengthen it. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
