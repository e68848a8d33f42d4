import { headerWords } from './header-words';

// prettier-ignore
const HELD_OUT = new Set([
  'control', 'ctrl', 'control group', 'holdout', 'hold out', 'held out', 'holdout group', 'hold out group', 'global holdout', 'no mail', 'no e mail', 'no email', 'no contact', 'no treatment', 'no coupon', 'untreated', 'not sent', 'none', 'suppressed', '0', 'false', 'no',
  '对照组', '对照', '控制组', '保留组', '空白组', '未发送', '不发送', '對照組', '對照', '控制組', '保留組', '空白組', '未發送', '不發送', '对比组', '對比組', 'kontrollgruppe', 'kontrolle', 'groupe témoin', 'témoin',
]);
// prettier-ignore
const TREATED = new Set([
  'treatment', 'treated', 'treat', 'test', 'test group', 'treatment group', 'exposed', 'mailed', 'target', 'target group', '1', 'true', 'yes',
  '实验组', '处理组', '测试组', '触达组', '营销组', '實驗組', '處理組', '測試組', '觸及組', '行銷組', 'testgruppe', 'groupe test',
]);

/** Names under which the two arms of a campaign are kept; other arms (a variant, an offer) keep their own. */
export const HELD_OUT_ARM = 'control';
const TREATED_ARM = 'treatment';

/** The arm that a cell names. */
export function armOf(text: string): string {
  const words = headerWords(text);
  return HELD_OUT.has(words) ? HELD_OUT_ARM : TREATED.has(words) ? TREATED_ARM : text.trim();
}

/** Whether a text is a word for one of the two arms, apart from the digits 0 and 1. */
export function isArmWord(text: string): boolean {
  const words = headerWords(text);
  return !/^(?:[01]|true|false|yes|no|none)$/.test(words) && (HELD_OUT.has(words) || TREATED.has(words));
}
