import type { Translation } from '../messages';
import type { start as en } from '../en/start';

/** 简体中文: start. */
export const start = {
  'start.title': '谁会再来？',
  'start.standfirst': '把店铺导出的订单放进来，就能读到这样的句子。其中每个数字都能点开，看它是怎么算的。',
  'start.example': '10月下单的1,364位顾客中，有622位在11月再次光顾：{share}，很可能在43.0%至48.3%之间。',
  'start.drop.wide': '把文件拖到本页任意位置',
  'start.drop.phone': '选择店铺导出的文件',
  'start.choose': '选择文件',
  'start.paste': '粘贴表格',
  'start.any': '有订单就能开始。任何系统导出的都行：{youzan}、{taobao}、Shopify、WooCommerce、收银机，或手工记的表格。',
  'start.kinds': '顾客名单、问卷回答、积分、意见反馈、营销触达也能读，几个文件可以一起拖：CSV、文本、Excel（.xlsx）、.zip、.gz都行。',
  'start.no-file': '手边没有文件？',
  'start.sample': '打开示例店铺',
  'start.sample.about': '虚构的两年订单，会明确标示；一键即可移除',
  'start.sample.busy': '正在生成示例店铺……',
  'start.here.title': '数据只在这台设备上',
  'start.here.text': '文件只由这个浏览器读取，不会发送到任何地方。没有账号，也没有服务器。',
  'start.undo.title': '每一步都能撤销',
  'start.undo.text': '保存之前先让您看清文件内容。每次导入都可以收回。',
  'start.offline.title': '断网也能用',
  'start.offline.text': '首次访问之后即可离线打开，电脑或手机主屏幕都行。',
  'start.back': '回到{name}',
  'paste.title': '粘贴表格',
  'paste.about': '在表格软件里连同表头一起复制，再粘贴到这里。',
  'paste.field': '表格内容',
  'paste.look': '先看看内容',
  'paste.leave': '不粘贴了',
  'paste.name': '粘贴的表格',
  'language.label': '语言',
} as const satisfies Translation<typeof en>;
