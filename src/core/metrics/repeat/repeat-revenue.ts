import type { Absent, Scalar } from '../../../terms/answer';
import type { View } from '../../../terms/view';
import { addCluster, clusteredShare, noClusters } from '../../stats/clustered-share';
import type { OrderTable } from '../../columns/order-table';
import { absent, counted, measured } from '../figure';
import { buyersBetween } from '../customer-sets';
import { horizon } from '../periods';

/**
 * Share of the view's net order value that is not from first orders. All orders of a customer's first day are first orders: which of them
 * came first would hang on the order of rows. Absent `no-orders`. Refunds paid on their own day are not split, for they name no order.
 * Cost: two passes over orders.
 */
export function repeatRevenue(orders: OrderTable, view: View): Scalar | Absent {
  const { first, day, net } = orders;
  const to = horizon(view);
  const who = buyersBetween(orders, view.from, to);
  const sums = noClusters();
  const back = who.filter((c) => {
    let [all, later] = [0, 0];
    for (let i = first[c]!; i < first[c + 1]! && day[i]! < to; i++) {
      if (day[i]! < view.from) continue;
      all += net[i]!;
      if (day[i]! > day[first[c]!]!) later += net[i]!;
    }
    addCluster(sums, all, later);
    return later > 0;
  });
  if (sums.x === 0) return absent('no-orders');
  const inputs = [
    measured('sales', sums.x, 'money'),
    measured('later-sales', sums.y, 'money'),
    counted('customers', who),
    counted('second-or-later', back),
  ];
  return { value: sums.y / sums.x, n: who.length, interval: clusteredShare(sums, who.length), inputs };
}
