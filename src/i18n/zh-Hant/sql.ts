/** 繁體中文：給其他程式的查詢與表格。 */
export const sql = {
  'sql.dialect': '查詢用的方言',
  'sql.none': '這個指標沒有對應的查詢。',
  'sql.export': '匯出資料供SQL使用',
  'sql.export.about': '一個壓縮檔：這家店鋪依目前讀法的各張表（Parquet），以及每個指標的查詢。用DuckDB執行，得到的數字相同。',
  'sql.export.act': '匯出供SQL使用',
  'sql.export.running': '正在寫出各張表',
  'sql.export.keys': '附上檔案裡的顧客編號',
  'sql.export.keys.no': '不勾選時，顧客寫成c000001、c000002……，生日與文字內容不匯出。這是化名，不是匿名：日期與金額仍可能讓人認出是誰。',
  'sql.export.keys.yes': '顧客編號可能就是電子郵件或手機號碼。不該看到的人，不要給。',
  'sql.small': '分母不到五的比例也匯出',
  'sql.small.why': '不勾選時，兩種下載都會略去這些比例，以免讓人認出是誰。',
  'sql.stamp': '每份下載都帶的標記',
  'sql.stamp.text':
    '定義第{version}版（{contract}）：標記相同，定義就相同。資料{data}：標記相同，就是同樣的檔案、同樣的讀法。CSV檔把它們寫在檔名裡。',
} as const;
