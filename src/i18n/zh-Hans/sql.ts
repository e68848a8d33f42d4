/** 简体中文：给其他程序的查询和表格。 */
export const sql = {
  'sql.dialect': '查询用的方言',
  'sql.none': '这个指标没有对应的查询。',
  'sql.export': '导出数据供SQL使用',
  'sql.export.about': '一个压缩包：这家店铺按当前读法的各张表（Parquet），以及每个指标的查询。用DuckDB运行，得到的数字相同。',
  'sql.export.act': '导出供SQL使用',
  'sql.export.running': '正在写出各张表',
  'sql.export.keys': '带上文件里的顾客编号',
  'sql.export.keys.no': '不勾选时，顾客写作c000001、c000002……，生日和文字内容不导出。这是化名，不是匿名：日期和金额仍可能让人认出是谁。',
  'sql.export.keys.yes': '顾客编号可能就是邮箱或手机号。不该看到的人，不要给。',
  'sql.small': '分母不足五的比例也导出',
  'sql.small.why': '不勾选时，两种下载都会略去这些比例，以免让人认出是谁。',
  'sql.stamp': '每份下载都带的标记',
  'sql.stamp.text':
    '口径第{version}版（{contract}）：标记相同，口径就相同。数据{data}：标记相同，就是同样的文件、同样的读法。CSV文件把它们写在文件名里。',
} as const;
