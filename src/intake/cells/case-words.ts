import { headerWords } from './header-words';

// prettier-ignore
const CLOSED = new Set([
  'closed', 'close', 'solved', 'resolved', 'done', 'completed', 'complete', 'finished', 'settled', 'fixed', 'archived',
  '已关闭', '已解决', '已完成', '已处理', '已结案', '结案', '完成', '解决', '已關閉', '已解決', '已處理', '已結案', '結案', '解決', 'geschlossen', 'gelöst', 'erledigt', 'abgeschlossen', 'clos', 'fermé', 'résolu', 'terminé',
]);

/** Whether the status of a case says that it is closed. */
export function isClosedWord(text: string): boolean {
  return CLOSED.has(headerWords(text));
}
