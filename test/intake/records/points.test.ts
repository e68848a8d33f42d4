import { describe, expect, it } from 'vitest';
import { movementOf } from '../../../src/intake/cells/movement-words';
import { hasData, partsAsRecord, rolesByHeader, stage, stageData, withRoles } from '../helpers';
import { countsOf, recordsOf, texts } from './records-of';

describe('points', () => {
  it('redeemed, expired and reversed points go off whatever their sign, pending ones do not count, an adjustment is as written', async () => {
    const file = await stage(
      'member_id,date,type,points\n1,2025-01-01,earn,100\n1,2025-01-02,redeem,30\n1,2025-01-03,Redeemed,-20\n2,2025-01-04,expired,5\n2,2025-01-05,reversal,10\n' +
        '2,2025-01-06,adjustment,-7\n2,2025-01-07,adjustment,2\n2,2025-01-08,pending,500\n2,2025-01-09,earn,0\n,2025-01-09,earn,1\n3,,earn,1\n3,2025-01-09,earn,ten\n',
    );
    expect(Object.values(rolesByHeader(file.plan))).toEqual(['customer', 'date', 'movement', 'points']);
    const { preview, records } = recordsOf(file);
    expect(texts(records, 'points')).toEqual([100, -30, -20, -5, -10, -7, 2, 500]);
    expect(texts(records, 'movement')).toEqual(['earn', 'redeem', 'redeem', 'expire', 'reverse', 'adjust', 'adjust', 'pending']);
    expect(partsAsRecord(preview.parts)).toEqual({
      record: [8, 0],
      'no-date': [1, 0],
      'no-person': [1, 0],
      'no-points': [1, 0],
      'bad-number': [1, 0],
    });
    expect(countsOf(preview.counts)).toEqual({
      members: 2,
      movements: 8,
      earned: 100,
      redeemed: 50,
      expired: 5,
      reversed: 10,
      adjusted: -5,
      pending: 500,
      balance: 30,
    });
    expect(preview.columns[2]!.remark?.code).toBe('movement-takes-off');
  });

  it('without sorts the sign decides: above zero is earned, below redeemed', async () => {
    const { preview, records } = recordsOf(await stage('email,date,loyalty points\na@x.org,2025-01-01,10\na@x.org,2025-01-02,-4\n'));
    expect(texts(records, 'movement')).toEqual(['earn', 'redeem']);
    expect(countsOf(preview.counts)).toMatchObject({ members: 1, earned: 10, redeemed: 4, balance: 6 });
    expect(preview.columns[2]!.remark?.code).toBe('points-signed');
  });

  it('monthly totals give a movement for each that is not zero; the day is the month’s first', async () => {
    const file = await stage(
      'member id,month,points earned,points redeemed,points expired,points balance\n1,2025-01,100,30,0,70\n1,2025-02,0,0,5,65\n2,2025-02,0,0,0,40\n3,2025-02,0,0,0,\n',
    );
    const { preview, records } = recordsOf(file);
    expect(texts(records, 'movement')).toEqual(['earn', 'redeem', 'expire', 'balance']);
    expect(texts(records, 'points')).toEqual([100, -30, -5, null]);
    expect(texts(records, 'balance')).toEqual([null, 70, 65, 40]);
    expect(texts(records, 'date')).toEqual(['2025-01-01', '2025-01-01', '2025-02-01', '2025-02-01']);
    expect([...records.line]).toEqual([2, 2, 3, 4]);
    expect(partsAsRecord(preview.parts)).toEqual({ record: [3, 0], 'no-points': [1, 0] });
    expect(countsOf(preview.counts)).toEqual({ members: 2, movements: 3, earned: 100, redeemed: 30, expired: 5, balance: 65 });
    expect(Object.keys(records.fields)).not.toContain('earned');
  });

  it('balances alone are a snapshot: of each member the latest counts', async () => {
    const file = await stage('member id,date,points balance\n1,2025-01-01,70\n1,2025-02-01,65\n2,2025-01-01,40\n');
    const { preview, records } = recordsOf(file);
    expect(texts(records, 'movement')).toEqual(['balance', 'balance', 'balance']);
    expect(countsOf(preview.counts)).toEqual({ members: 2, movements: 0, balance: 105 });
  });

  it.each([
    ['earn', ['Earned', 'points earned', 'Welcome bonus', 'purchase', '获得', '获得积分', '累積', '购物奖励', 'Gutschrift']],
    ['redeem', ['redemption', 'Points redeemed', '消费', '兑换', '兌換', '积分抵扣', 'eingelöst']],
    ['expire', ['Expired', 'points expiry', '过期', '到期', '過期失效', 'verfallen']],
    ['reverse', ['Reversal', 'clawback', '撤销', '沖銷', '冲正']],
    ['adjust', ['manual adjustment', '调整', '人工調整', '积分退还']],
    ['pending', ['Pending', '冻结', '待入帳']],
    [null, ['Tuesday', 'foo', '']],
  ] as const)('%s has many words', (movement, words) => {
    expect(words.map((word) => [word, movementOf(word)])).toEqual(words.map((word) => [word, movement]));
  });

  it('in Chinese the same', async () => {
    const simplified = await stage('会员卡号,变动时间,变动类型,变动积分,积分余额\n1,2025-03-21,获得,100,100\n1,2025-03-22,消费,10,90\n');
    const traditional = await stage('會員編號,異動日期,異動類型,點數異動,點數餘額\n1,2025-03-21,累積,100,100\n1,2025-03-22,兌換,10,90\n');
    for (const file of [simplified, traditional]) {
      const { preview, records } = recordsOf(file);
      expect(Object.values(rolesByHeader(file.plan))).toEqual(['customer', 'date', 'movement', 'points', 'balance']);
      expect(texts(records, 'points')).toEqual([100, -10]);
      expect(countsOf(preview.counts)).toMatchObject({ earned: 100, redeemed: 10, balance: 90 });
    }
  });

  it('a sort that is not known is kept by its word, added as written and remarked on', async () => {
    const file = await stage(
      'member id,date,transaction type,points\n1,2025-01-01,earn,5\n1,2025-01-01,earn,5\n1,2025-01-01,constructor,-3\n',
    );
    const { preview, records } = recordsOf(withPoints(file));
    expect(texts(records, 'movement')).toEqual(['earn', 'earn', 'constructor']);
    expect(countsOf(preview.counts)).toMatchObject({ earned: 10, adjusted: -3, balance: 7 });
    expect(preview.columns[2]!.remark).toMatchObject({ code: 'movement-unknown', facts: { count: 1, example: 'constructor' } });
  });

  it('without a column of points it is asked', async () => {
    const file = await stage('member id,date,type,points\n1,2025-01-01,earn,5\n');
    expect(file.preview(withRoles(file.plan, { 3: 'ignore' })).questions).toEqual(['role-points', 'no-usable-rows']);
  });

  it.runIf(hasData('loyalty/points_ledger_a.csv'))('a real ledger with a text around each number is added up', async () => {
    const { preview, records } = recordsOf(await stageData('loyalty/points_ledger_a.csv'));
    expect(texts(records, 'points').slice(0, 3)).toEqual([1.2, 0.2, 4.8]);
    expect(texts(records, 'date').slice(0, 2)).toEqual(['2023-12-01', '2023-03-30']);
    expect(preview.questions).toEqual([]);
    expect(countsOf(preview.counts)).toMatchObject({ movements: 998, earned: 5006.9, balance: 5006.9 });
  });
});

function withPoints<T extends { plan: { kind: string } }>(file: T): T {
  expect(file.plan.kind).toBe('points');
  return file;
}
