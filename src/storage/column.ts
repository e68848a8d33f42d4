/** Arrays that a column can be, by the name under which the manifest knows them. */
export const ARRAYS = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i8: Int8Array,
  i16: Int16Array,
  i32: Int32Array,
  f64: Float64Array,
} as const;

export type ArrayType = keyof typeof ARRAYS;
export type Column = Uint8Array | Uint16Array | Uint32Array | Int8Array | Int16Array | Int32Array | Float64Array;

/** Columns of one table by name, all of the same length. */
export type Columns = Record<string, Column>;

/** Name of a column's array type. */
export function typeOf(column: Column): ArrayType {
  for (const type of Object.keys(ARRAYS) as ArrayType[]) if (column instanceof ARRAYS[type]) return type;
  throw new TypeError('not a column');
}
