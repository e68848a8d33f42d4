import { dayFromIso, GRAINS, type Day, type Grain } from '../terms/day';
import type { DateOrder, ImportPlan } from '../terms/plan';
import { ORDER_ROLES, type Role } from '../terms/role';
import { REFUND_VIEWS, type RefundView } from '../terms/view';

/** What the words on the command line ask for. */
export interface Options {
  files: string[];
  help: boolean;
  from: Day | null;
  /** First day not looked at any more. */
  to: Day | null;
  asOf: Day | null;
  grain: Grain;
  refunds: RefundView;
  /** Meanings given by the user, by column name or 1-based number. */
  map: { column: string; role: Role }[];
  dates: DateOrder | null;
  decimal: ImportPlan['decimal'] | null;
  /** Whether figures that rest on fewer than five are given too. */
  small: boolean;
}

/** The command line cannot be understood, or a file cannot be read without a decision; the message is a plain sentence. */
export class CommandError extends Error {
  /** 1 a file cannot be read, 2 the command line is wrong, 3 a decision is needed. */
  readonly exitCode: 1 | 2 | 3;

  constructor(exitCode: 1 | 2 | 3, message: string) {
    super(message);
    this.name = 'CommandError';
    this.exitCode = exitCode;
  }
}

const DATE_ORDERS: readonly DateOrder[] = ['ymd', 'ydm', 'dmy', 'mdy', 'serial', 'serial-1904', 'compact', 'epoch'];

/** Options from the words of the command line; `--name value` and `--name=value` are the same. Throws CommandError 2. */
export function parseOptions(argv: readonly string[]): Options {
  const options: Options = {
    files: [],
    help: false,
    from: null,
    to: null,
    asOf: null,
    grain: 'month',
    refunds: 'behaviour',
    map: [],
    dates: null,
    decimal: null,
    small: false,
  };
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!;
    if (word === '--') return { ...options, files: [...options.files, ...argv.slice(i + 1)] };
    if (word === '--help' || word === '-h') options.help = true;
    else if (word === '--small') options.small = true;
    else if (!word.startsWith('--')) options.files.push(word);
    else {
      const equals = word.indexOf('=');
      const name = equals < 0 ? word.slice(2) : word.slice(2, equals);
      const value = equals < 0 ? argv[++i] : word.slice(equals + 1);
      setOption(options, name, value);
    }
  }
  return options;
}

function setOption(options: Options, name: string, value: string | undefined): void {
  const setters: Record<string, (value: string) => void> = {
    from: (text) => (options.from = dayOption(name, text)),
    to: (text) => (options.to = dayOption(name, text)),
    'as-of': (text) => (options.asOf = dayOption(name, text)),
    grain: (text) => (options.grain = oneOf(name, text, GRAINS)),
    refunds: (text) => (options.refunds = oneOf(name, text, REFUND_VIEWS)),
    dates: (text) => (options.dates = oneOf(name, text, DATE_ORDERS)),
    decimal: (text) => (options.decimal = oneOf(name, text, ['point', 'comma']) === 'point' ? '.' : ','),
    map: (text) => options.map.push(mapOption(text)),
  };
  if (!Object.hasOwn(setters, name)) throw new CommandError(2, `There is no option --${name}. See --help.`);
  if (value === undefined) throw new CommandError(2, `--${name} needs a value. See --help.`);
  setters[name]!(value);
}

function dayOption(name: string, text: string): Day {
  const day = dayFromIso(text);
  if (day === null) throw new CommandError(2, `--${name} ${text}: not a day. Write it as 2025-12-31.`);
  return day;
}

function oneOf<T extends string>(name: string, text: string, choices: readonly T[]): T {
  const choice = choices.find((one) => one === text);
  if (choice === undefined) throw new CommandError(2, `--${name} ${text}: choose one of ${choices.join(', ')}.`);
  return choice;
}

/** `CustomerID=customer`; the name of the column may hold an equals sign itself. */
function mapOption(text: string): { column: string; role: Role } {
  const equals = text.lastIndexOf('=');
  const role = ORDER_ROLES.find((one) => one === text.slice(equals + 1));
  if (equals < 1 || role === undefined)
    throw new CommandError(2, `--map ${text}: write COLUMN=MEANING, with one of these meanings: ${ORDER_ROLES.join(', ')}.`);
  return { column: text.slice(0, equals), role };
}
