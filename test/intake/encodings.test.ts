import { describe, expect, it } from 'vitest';
import { stage } from './helpers';

/** Bytes of a text in an encoding, found by decoding: letters of one and two bytes. */
function encoder(encoding: string): (text: string) => Uint8Array<ArrayBuffer> {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map<string, number[]>();
  for (let lead = 0x80; lead <= 0xfe; lead++) {
    const single = decoder.decode(new Uint8Array([lead]), { stream: true });
    if (single.length === 1) bytes.set(single, [lead]);
    decoder.decode();
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const letter = decoder.decode(new Uint8Array([lead, trail]));
      if (letter.length === 1 && !letter.includes('\ufffd')) bytes.set(letter, [lead, trail]);
    }
  }
  return (text) => new Uint8Array([...text].flatMap((letter) => (letter < '\x80' ? [letter.charCodeAt(0)] : bytes.get(letter)!)));
}

describe('texts that are no UTF-8', () => {
  it('traditional characters in GB18030 are Chinese, not accents', async () => {
    const text = '訂單編號,會員編號,訂單日期,訂單總金額,付款狀態\n1,會員一號,2024-03-25,120,已付款\n2,會員二號,2024-03-26,80,已付款\n';
    const { plan } = await stage(encoder('gb18030')(text));
    expect([plan.encoding, ...plan.roles]).toEqual(['gb18030', 'order', 'customer', 'date', 'amount', 'status']);
  });

  it('accents, also side by side, are no Chinese', async () => {
    const text =
      'Bestellnummer;Kundennummer;Bestelldatum;Gesamtpreis;Ort\n1;K1;25.03.2024;100,50;Gößweinstein Süd-Öl\n2;K2;26.03.2024;1,50;Größe äöü\n';
    expect((await stage(encoder('windows-1252')(text))).plan.encoding).toBe('windows-1252');
  });

  it('the euro and curly quotes of windows-1252 are read in Node as in browsers', async () => {
    const text = 'Numéro de commande;N° client;Date de commande;Montant\n1;“é”;25/03/2024;1 234,50 €\n2;à;26/03/2024;12,00 €\n';
    const file = await stage(encoder('windows-1252')(text));
    expect([file.plan.encoding, file.plan.currency.code, file.plan.roles[3]]).toEqual(['windows-1252', 'EUR', 'amount']);
    expect(file.preview(file.plan).totals.worthMinor).toBe(124_650);
    expect(file.rowsOf(file.plan, 'sale', 0, 1)[0]!.raw[1]).toBe('“é”');
  });
});
