import type { Fixture } from '../preset-fixture';

export const fresha: readonly Fixture[] = [
  {
    preset: 'fresha-sales',
    law: 'services of one client on one day are one visit',
    rows: [
      'Date,Team member,Client,Item,Item type,Sale price,Commission rate,Commission',
      '"Oct 5, 2025",Linh,Ann K.,Manicure,Service,$45.00,60%,$27.00',
      '"Oct 5, 2025",Mai,Ann K.,Pedicure,Service,$40.00,60%,$24.00',
      '"Oct 19, 2025",Mai,Ann K.,Pedicure,Service,$40.00,60%,$24.00',
      '"Oct 5, 2025",Mai,Ben L.,Haircut,Service,$30.00,60%,$18.00',
    ],
    parts: { sale: [4, 15_500] },
    orders: 3,
    customers: 2,
    refund: 0,
    currency: 'USD',
  },
];
