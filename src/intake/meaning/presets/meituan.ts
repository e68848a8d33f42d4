import type { Preset } from '../preset';

export const meituan: readonly Preset[] = [
  {
    name: 'meituan-personal',
    system: '美团',
    needs: ['交易创建时间', '交易成功时间', '订单标题', '收支', '实付金额', '交易单号'],
    kind: 'orders',
    refusal: 'personal-bill',
    roles: {},
  },
];
