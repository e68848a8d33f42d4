import { describe, expect, it } from 'vitest';
import { countsOf, recordsOf, texts } from './records-of';
import { partsAsRecord, rolesByHeader, stage } from '../helpers';

describe('customers', () => {
  it('a shop’s list of customers is known by its columns, and every field is read', async () => {
    const file = await stage(
      'customer_id,first_name,last_name,email,phone,signed up at,birthday,gender,newsletter subscription,referred_by,tier,tags,city\n' +
        '1,Ann,Kay,Ann@X.org,+14155552671,2024-03-05,1990-04-13,f,yes,,Gold,"vip, tea",Bonn\n' +
        '2,Ben,Low,,,2024-03-06,1900-01-01,m,no,1,Silver,,Ulm\n' +
        '3,Cy,,cy@x.org,,2024-03-07,2190-01-01,,maybe,1,Gold,,\n' +
        ',,,,,2024-03-08,1980-01-01,f,yes,,Gold,,Rom\n',
    );
    expect(file.plan.kind).toBe('customers');
    expect(Object.values(rolesByHeader(file.plan))).toEqual(
      ['customer', 'customer-name', 'customer-name', 'email', 'phone', 'signup', 'birthday', 'gender', 'consent', 'referrer', 'tier', 'tags', 'city'], // prettier-ignore
    );
    const { preview, records } = recordsOf(file);
    expect(partsAsRecord(preview.parts)).toEqual({ record: [3, 0], 'no-person': [1, 0] });
    expect(preview.questions).toEqual([]);
    expect(texts(records, 'customer-name')).toEqual(['Ann Kay', 'Ben Low', 'Cy']);
    expect(texts(records, 'email')).toEqual(['ann@x.org', null, 'cy@x.org']);
    expect(texts(records, 'phone')).toEqual(['+14155552671', null, null]);
    expect(texts(records, 'birthday')).toEqual(['1990-04-13', null, null]);
    expect(texts(records, 'signup')).toEqual(['2024-03-05', '2024-03-06', '2024-03-07']);
    expect(texts(records, 'consent')).toEqual([true, false, null]);
    expect(texts(records, 'referrer')).toEqual([null, '1', '1']);
    expect([...records.line]).toEqual([2, 3, 4]);
    expect(countsOf(preview.counts)).toEqual({ customers: 3, 'with-email': 2, 'with-phone': 1, consented: 1 });
  });

  it.each([
    [
      '会员编号,姓名,手机号,性别,生日,注册时间,会员等级,是否订阅\n1,小明,13800138000,男,1990年4月13日,2024-03-21,银卡,是\n2,小红,13900139000,女,,2024-03-22,金卡,否\n',
    ],
    [
      '會員編號,姓名,手機,性別,生日,註冊時間,會員等級,是否訂閱\n1,小明,0912345678,男,1990/04/13,2024/03/21,銀卡,是\n2,小紅,0922345678,女,,2024/03/22,金卡,否\n',
    ],
    [
      'Kundennummer;Kundenname;Telefon;Geschlecht;Geburtsdatum;Registriert am;Stufe;Newsletter\n1;Ann;+4930123456;w;13.04.1990;21.03.2024;Silber;ja\n2;Ben;+4930123457;m;;22.03.2024;Gold;nein\n',
    ],
  ])('are known in other languages: %s', async (text) => {
    const file = await stage(text);
    expect(Object.values(rolesByHeader(file.plan))).toEqual([
      'customer',
      'customer-name',
      'phone',
      'gender',
      'birthday',
      'signup',
      'tier',
      'consent',
    ]);
    const { records } = recordsOf(file);
    expect(texts(records, 'birthday')).toEqual(['1990-04-13', null]);
    expect(texts(records, 'signup')).toEqual(['2024-03-21', '2024-03-22']);
    expect(texts(records, 'consent')).toEqual([true, false]);
  });

  it('family names in Han characters stand before given names, without a blank', async () => {
    const { records } = recordsOf(await stage('会员编号,姓,名,注册时间\n1,王,小明,2024-03-21\n2,李,,2024-03-22\n'));
    expect(texts(records, 'customer-name')).toEqual(['王小明', '李']);
  });

  it('birthdays before 1950 are read, and one of two digits that would lie in the future was a century before', async () => {
    const { records } = recordsOf(await stage('customer id,date of birth\n1,13/04/1931\n2,28/02/45\n3,29/02/1900\n4,05/05/1850\n'));
    expect(texts(records, 'birthday')).toEqual(['1931-04-13', '1945-02-28', null, null]);
  });

  it('spellings of one tier are remarked on and kept', async () => {
    const tiers = ['Bronze', 'Bronz', 'bronze', 'Gold', 'Gold II', 'Level 1', 'Level 2'];
    const file = await stage(`customer id,loyalty tier\n${tiers.map((tier, i) => `${i},${tier}`).join('\n')}\n`);
    const { preview, records } = recordsOf(file);
    expect(preview.columns[1]!.remark).toEqual({ code: 'tiers-alike', facts: { example: 'Bronze, Bronz, bronze' }, ask: false });
    expect(texts(records, 'tier')).toEqual(tiers);
  });

  it('without anybody named it is asked who the rows are of', async () => {
    const file = await stage('customer since,gender,tier\n2024-03-05,f,Gold\n');
    expect(file.preview(file.plan).questions).toEqual(['role-customer', 'no-usable-rows']);
    expect(() => file.build(file.plan, () => undefined)).toThrow('plan-incomplete');
  });
});
