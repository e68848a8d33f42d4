import type { Translation } from '../messages';
import type { start as en } from '../en/start';

/** 繁體中文: start. */
export const start = {
  'start.title': '誰會再來？',
  'start.standfirst': '把店鋪匯出的訂單放進來，就能讀到這樣的句子。其中每個數字都能點開，看它是怎麼算的。',
  'start.example': '10月下單的1,364位顧客中，有622位在11月再次光顧：{share}，很可能介於43.0%至48.3%。',
  'start.drop.wide': '把檔案拖到本頁任意位置',
  'start.drop.phone': '選擇店鋪匯出的檔案',
  'start.choose': '選擇檔案',
  'start.paste': '貼上表格',
  'start.any': '有訂單就能開始。任何系統匯出的都行：Shopify、WooCommerce、{youzan}、{taobao}、收銀機，或手工記的表格。',
  'start.kinds': '顧客名單、問卷回覆、點數、意見回饋、行銷訊息也能讀，幾個檔案可以一起拖：CSV、文字檔、Excel（.xlsx）、.zip、.gz都行。',
  'start.no-file': '手邊沒有檔案？',
  'start.sample': '開啟示範店鋪',
  'start.sample.about': '虛構的兩年訂單，會清楚標示；一鍵即可移除',
  'start.sample.busy': '正在產生示範店鋪……',
  'start.here.title': '資料只在這台裝置上',
  'start.here.text': '檔案只由這個瀏覽器讀取，不會傳送到任何地方。沒有帳號，也沒有伺服器。',
  'start.undo.title': '每一步都能復原',
  'start.undo.text': '儲存之前先讓您看清檔案內容。每次匯入都可以收回。',
  'start.offline.title': '離線也能用',
  'start.offline.text': '首次造訪之後即可離線開啟，電腦或手機主畫面都行。',
  'start.back': '回到{name}',
  'paste.title': '貼上表格',
  'paste.about': '在試算表裡連同標題列一起複製，再貼到這裡。',
  'paste.field': '表格內容',
  'paste.look': '先看看內容',
  'paste.leave': '不貼了',
  'paste.name': '貼上的表格',
  'language.label': '語言',
} as const satisfies Translation<typeof en>;
