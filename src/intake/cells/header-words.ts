/**
 * A column's name as plain words for comparing: `InvoiceNo`, `invoice_no` and `Invoice No.` are all `invoice no`.
 * Marks and case go, full-width forms become narrow, names in Han characters lose their blanks.
 */
export function headerWords(name: string): string {
  const words = name
    .normalize('NFKC')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}
