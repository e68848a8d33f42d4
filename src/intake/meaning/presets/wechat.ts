import type { Preset } from '../preset';

export const wechat: readonly Preset[] = [
  {
    name: 'wechat-personal',
    system: '微信支付',
    needs: ['交易时间', '交易类型', '交易对方', '收支', '金额元', '当前状态', '交易单号'],
    kind: 'orders',
    refusal: 'personal-bill',
    roles: {},
  },
];
