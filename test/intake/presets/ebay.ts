import type { Fixture } from '../preset-fixture';

export const ebay: readonly Fixture[] = [
  {
    preset: 'ebay-orders',
    law: 'an item is worth what it was sold for, without shipping and tax, and the sum above the items of an order counts once',
    rows: [
      'Sales Record Number,Order Number,Buyer Username,Item Number,Item Title,Quantity,Sold For,Shipping And Handling,eBay Collected Tax,Total Price,Sale Date,Paid On Date',
      '1,01-1,kay,100,Lamp,1,$20.00,$5.00,$1.40,$26.40,Sep-01-26,Sep-01-26',
      '2,01-2,kay,101,Shade,1,$8.50,$5.00,$0.60,$14.10,Sep-14-26,Sep-14-26',
      '3,01-3,low,,,2,$28.50,$5.00,$2.00,$35.50,Sep-15-26,Sep-15-26',
      '3,01-3,,100,Lamp,1,$20.00,,,,Sep-15-26,Sep-15-26',
      '3,01-3,,101,Shade,1,$8.50,,,,Sep-15-26,Sep-15-26',
    ],
    parts: { sale: [4, 5_700], 'total-row': [1, 2_850] },
    orders: 3,
    customers: 2,
    refund: 0,
    currency: 'USD',
  },
  {
    preset: 'ebay-orders-de',
    law: 'the German file has semicolons, decimal commas and German months',
    rows: [
      'Verkaufsprotokollnummer;Bestellnummer;Gesamtbetrag;Verkauft am;Zahlungsdatum;Nutzername des Käufers;Name des Käufers',
      '1;23-1;116,99 €;10-Dez-25;10-Dez-25;kay;--',
      '2;23-2;1.020,00 €;12-Mrz-26;12-Mrz-26;low;Ben Low',
    ],
    parts: { sale: [2, 113_699] },
    orders: 2,
    customers: 2,
    refund: 0,
    currency: 'EUR',
  },
  {
    preset: 'ebay-transactions',
    law: 'labels and payouts are no sales, and a refund belongs to the order it names',
    rows: [
      'Transaction creation date,Type,Order number,Buyer username,Buyer name,Ship to country,Net amount,Payout currency,Payout date,Payout ID,Item ID,Item title,Custom label,Quantity,Item subtotal,Shipping and handling,Gross transaction amount,Transaction currency',
      '"Sep 5, 2026",Order,12-1,kay,Ann Kay,US,21.46,USD,"Sep 7, 2026",P1,200,Print,F-1,1,20.00,5.00,26.60,USD',
      '"Sep 6, 2026",Shipping label,,,,,-4.10,USD,,,,Print,,,,,,USD',
      '"Sep 9, 2026",Refund,12-1,kay,Ann Kay,US,-18.00,USD,,,200,Print,F-1,1,-20.00,0.00,-21.60,USD',
      '"Sep 22, 2026",Payout,,,,,-15.86,USD,"Sep 22, 2026",P2,,,,,,,,USD',
    ],
    parts: { sale: [1, 2_000], refund: [1, -2_000], 'not-a-sale': [2, 0] },
    orders: 1,
    customers: 1,
    refund: 2_000,
    currency: 'USD',
  },
  {
    preset: 'ebay-addresses',
    law: 'labels for parcels are said to be that',
    rows: [
      'Order number,Buyer username,Post to name,Post to phone,Post to postcode,Post to country',
      '11-1,kay,Ann Kay,07700,YO1,United Kingdom',
    ],
    refusal: 'addresses',
  },
];
