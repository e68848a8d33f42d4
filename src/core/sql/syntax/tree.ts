/** A part of a query with its place in the text and the parts it holds, in the order of the text. */
interface Part {
  start: number;
  end: number;
  parts: Node[];
}

export type Expr = Part &
  (
    | { kind: 'number'; value: string }
    | { kind: 'text'; value: string }
    | { kind: 'constant'; value: 'NULL' | 'TRUE' | 'FALSE' }
    | { kind: 'date'; value: string }
    | { kind: 'interval'; amount: Expr; unit: string }
    | { kind: 'column'; table: string | null; name: string }
    | { kind: 'star'; table: string | null }
    | { kind: 'call'; name: string; args: Expr[]; distinct: boolean; orderBy: OrderItem[]; filter: Expr | null; over: Over | null }
    | { kind: 'extract'; unit: string; of: Expr }
    | { kind: 'cast'; of: Expr; type: string }
    | { kind: 'case'; subject: Expr | null; whens: { when: Expr; then: Expr }[]; otherwise: Expr | null }
    | { kind: 'binary'; sign: string; left: Expr; right: Expr }
    | { kind: 'minus'; of: Expr }
    /** NOT, IS NULL, IN, BETWEEN, LIKE, EXISTS: true or false. */
    | { kind: 'test'; of: Expr[]; sign: string }
    | { kind: 'group'; of: Expr }
    | { kind: 'list'; items: Expr[] }
    | { kind: 'scalar'; query: Query }
  );

export type OrderItem = Part & { kind: 'order-item'; of: Expr };
export type Over = Part & { kind: 'over'; partitionBy: Expr[]; orderBy: OrderItem[]; name: string | null };

export type SelectItem = Part & { kind: 'item'; of: Expr; alias: string | null };

/** Where rows come from: a table or a CTE by name, a query, a function, or a list of values. */
export type Source = Part & {
  kind: 'source';
  of: { name: string } | { query: Query } | { call: Extract<Expr, { kind: 'call' }> };
  alias: string | null;
  columns: string[] | null;
};
export type From = Part & { kind: 'from'; sources: Source[] };

export type Select = Part & {
  kind: 'select';
  items: SelectItem[];
  from: From | null;
  where: Expr | null;
  groupBy: { all: boolean; by: Expr[]; start: number; end: number } | null;
};
export type Values = Part & { kind: 'values'; rows: Expr[][] };
export type Cte = Part & { kind: 'cte'; name: string; query: Query; columns: string[] | null };
export type Query = Part & { kind: 'query'; ctes: Cte[]; selects: (Select | Values | Query)[] };

export type Node = Expr | OrderItem | Over | SelectItem | Source | From | Select | Values | Cte | Query;
