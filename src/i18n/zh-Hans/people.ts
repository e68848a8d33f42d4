import type { Translation } from '../messages';
import type { people as en } from '../en/people';

/** 简体中文: people. */
export const people = {
  'people.no-shop': '还没有订单，也就没有顾客可以辨认。',
  'people.finding': '{merged}在文件里有不止一个编号，所以店里是{customers}，而不是{apart}位。',
  'people.finding.none': '店里有{customers}，在文件里各只有一个编号。',
  'people.standfirst': '邮箱或手机号相同的顾客视为同一个人，不论出现在哪个文件里。像138****1234这样隐去数字的号码不会用来合并。',
  'people.rules': '合并依据',
  'people.byEmail': '邮箱',
  'people.byEmail.why': '地址相同即可，不分大小写。',
  'people.byPhone': '手机号',
  'people.byPhone.why': '号码相同即可，有没有国家区号都算。',
  'people.merged': '有不止一个编号的顾客',
  'people.col.person': '顾客',
  'people.col.keys': '文件里的编号',
  'people.col.by': '合并依据',
  'people.split': '拆开',
  'people.split.of': '拆开{name}',
  'people.more': '已显示{shown}位，共{count}位。显示更多',
  'people.apart': '您拆开的',
  'people.apart.why': '以下联系方式不再用来合并。',
  'people.join': '恢复合并',
  'people.join.of': '恢复合并{name}的顾客',
  'people.join-all': '全部恢复合并',
  'people.shared': '不属于某一个人',
  'people.shared.why': '用这些联系方式的顾客太多，多半是平台、公司，或随手填写的内容，不用来合并。',
  'people.shared.more': '另有{count}个',
  'people.in-short': '{merged}在文件里有不止一个编号，所以文件里的{apart}个编号其实是{customers}位顾客。',
  'people.look': '查看并拆开',
  'count.people': '{count}位顾客',
} as const satisfies Translation<typeof en>;
