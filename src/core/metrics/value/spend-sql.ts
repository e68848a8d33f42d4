/**
 * SQL that begins a query: the table `spend(customer, spend)` of the customers with an order between two days, each with the net value of
 * these orders less the refunds paid to them in the same days; the twin of `spendByCustomer`.
 * @param days  a condition on `day`, without WHERE
 * @param from  further tables that the condition reads, with a comma before each
 */
export function spendSql(days: string, from = ''): string {
  return `bought AS (
  SELECT customer, sum(net) AS net FROM orders${from} WHERE ${days} GROUP BY customer
), given_back AS (
  SELECT customer, sum(amount) AS amount FROM refunds${from} WHERE ${days} GROUP BY customer
), spend AS (
  SELECT bought.customer, net - coalesce(amount, 0) AS spend FROM bought LEFT JOIN given_back ON given_back.customer = bought.customer
)`;
}
