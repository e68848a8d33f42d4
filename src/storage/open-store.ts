import { Connection } from './connection';
import { Store } from './store';
import { TabLocks } from './tab-locks';

/**
 * Opens the device's store and clears up after crashes and imports taken back.
 *
 * Throws 'storage/newer-data' when a newer version of the app wrote it, 'storage/blocked' when an older one holds it open.
 * @param locks  Web Locks, by which tabs know of each other; absent where the browser has none
 */
export async function openStore(name = 'liuke', locks: Pick<LockManager, 'request'> | undefined = webLocks()): Promise<Store> {
  const connection = new Connection(name);
  await connection.open();
  const store = new Store(connection, new TabLocks(locks));
  await store.recover();
  return store;
}

function webLocks(): LockManager | undefined {
  return (globalThis.navigator as Navigator | undefined)?.locks;
}
