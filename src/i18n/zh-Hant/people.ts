import type { Translation } from '../messages';
import type { people as en } from '../en/people';

/** 繁體中文: people. */
export const people = {
  'people.no-shop': '還沒有訂單，也就沒有顧客可以辨認。',
  'people.finding': '{merged}在檔案裡有不止一個編號，所以店裡是{customers}，而不是{apart}位。',
  'people.finding.none': '店裡有{customers}，在檔案裡各只有一個編號。',
  'people.standfirst': '電子郵件或手機號碼相同的顧客視為同一個人，不論出現在哪個檔案裡。像138****1234這樣遮住數字的號碼不會用來合併。',
  'people.rules': '合併依據',
  'people.byEmail': '電子郵件',
  'people.byEmail.why': '地址相同即可，不分大小寫。',
  'people.byPhone': '手機號碼',
  'people.byPhone.why': '號碼相同即可，有沒有國碼都算。',
  'people.merged': '有不止一個編號的顧客',
  'people.col.person': '顧客',
  'people.col.keys': '檔案裡的編號',
  'people.col.by': '合併依據',
  'people.split': '拆開',
  'people.split.of': '拆開{name}',
  'people.more': '已顯示{shown}位，共{count}位。顯示更多',
  'people.apart': '您拆開的',
  'people.apart.why': '以下聯絡方式不再用來合併。',
  'people.join': '恢復合併',
  'people.join.of': '恢復合併{name}的顧客',
  'people.join-all': '全部恢復合併',
  'people.shared': '不屬於某一個人',
  'people.shared.why': '用這些聯絡方式的顧客太多，多半是平台、公司，或隨手填寫的內容，不用來合併。',
  'people.shared.more': '另有{count}個',
  'people.in-short': '{merged}在檔案裡有不止一個編號，所以檔案裡的{apart}個編號其實是{customers}位顧客。',
  'people.look': '查看並拆開',
  'count.people': '{count}位顧客',
} as const satisfies Translation<typeof en>;
