/** English: start. */
export const start = {
  'start.title': 'Who comes back?',
  'start.standfirst':
    'Drop the orders your shop exported, and read sentences like this one. Every number in them opens and shows how it was computed.',
  'start.example': 'Of the 1,364 customers who bought in October, 622 came back in November: {share}, likely 43.0–48.3\u202f%.',
  'start.drop.wide': 'Drop files anywhere on this page',
  'start.drop.phone': 'Add the files your shop exported',
  'start.choose': 'Choose files',
  'start.paste': 'Paste a table',
  'start.any':
    'Orders are enough to begin. Any export will do: Shopify, WooCommerce, {youzan}, {taobao}, a till, or a sheet you keep by hand.',
  'start.kinds':
    'Customers, survey answers, loyalty points, feedback and marketing contacts are read too, several files at once: CSV, text, Excel (.xlsx), .zip, .gz.',
  'start.no-file': 'No file at hand?',
  'start.sample': 'Open the sample shop',
  'start.sample.about': 'two invented years, marked as such; removed with one click',
  'start.sample.busy': 'Inventing the shop …',
  'start.here.title': 'On this device only',
  'start.here.text': 'Your file is read by this browser and sent nowhere. There is no account and no server.',
  'start.undo.title': 'Nothing you cannot undo',
  'start.undo.text': 'You see what a file contains before it is kept. Every import can be taken back.',
  'start.offline.title': 'Works without a network',
  'start.offline.text': 'After the first visit it opens offline, on a laptop or a phone’s home screen.',
  'start.back': 'To the shop {name}',
  'paste.title': 'Paste a table',
  'paste.about': 'Copy the rows with their heading in your spreadsheet and paste them here.',
  'paste.field': 'Rows of the table',
  'paste.look': 'Look at these rows',
  'paste.leave': 'Leave it',
  'paste.name': 'Pasted table',
  'language.label': 'Language',
} as const;
