import { ORDER_ROLES } from '../terms/role';

/** What `--help` prints. */
export const HELP = `Usage: npm run -s answers -- [options] FILE...

Reads orders exports and prints all answers of Liuke as one JSON object.

  --from DAY         first day looked at (default: first day of the files)
  --to DAY           first day NOT looked at any more (default: the day after --as-of)
  --as-of DAY        last day known; later orders do not exist (default: last day of the files)
  --grain GRAIN      month (default), quarter or week
  --refunds VIEW     behaviour (default): a refund lowers its order, an order refunded in full is no purchase
                     accounting: the purchase stands, the refund lowers revenue on its own day
                     ignore: refunds are not read
  --map COLUMN=MEANING  what a column means, by its name or by its number from 1; may be given several times
  --dates ORDER      ymd, ydm, dmy, mdy, compact, epoch, serial or serial-1904, where 03/04/2025 can be read in two ways
  --decimal MARK     point or comma, where 1.234 can be read in two ways
  --small            give figures that rest on fewer than five, too; without it they are withheld (why: suppressed)
  -h, --help         this text

Days are written 2025-12-31. Meanings: ${ORDER_ROLES.join(', ')}.

In the JSON, money is in major units (pounds, not pence) of "currency"; ratios are 0 to 1; "view.to" is exclusive.
A scalar answer is {value, n, unit, inputs, interval?, variants?, trend?, note?}, an absent one {value: null, why},
a table {columns, rows, foot?}. contract.fingerprint and data.fingerprint are equal
where definitions and data are. In every file rowsUsed + rowsRejected = rowsRead; with files that overlap, rowsElsewhere are
the rows that count in another file, and the three together are rowsRead.

Exit code: 0 answers printed; 1 a file cannot be read; 2 the command line is wrong; 3 a file needs a decision (--map, --dates, --decimal).
`;
