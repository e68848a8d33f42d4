/** Addresses of every page that has something to say in a shop with orders; `customer` needs a key of that shop. */
export function pages(customer: string): Record<string, string> {
  return {
    start: '#/start',
    overview: '#/overview',
    retention: '#/retention',
    customers: '#/customers',
    customer: `#/customer/${customer}`,
    value: '#/value',
    loyalty: '#/loyalty',
    trust: '#/trust',
    data: '#/data',
    people: '#/people',
    lab: '#/lab',
    dictionary: '#/dictionary',
    settings: '#/settings',
  };
}
