import type { Role } from '../../terms/role';

/**
 * Names that columns have, by meaning, in the form of `headerWords`; the first ones are the best ones.
 * English, simplified and traditional Chinese, some German, French and Japanese. Net sums stand before gross ones: tax and shipping are no revenue.
 */
// prettier-ignore
export const SYNONYMS: Readonly<Partial<Record<Role, readonly string[]>>> = {
  order: [
    'order id', 'order number', 'order no', 'invoice no', 'invoice number', 'invoice', 'invoice id', 'order', 'order name', 'order ref', 'order reference', 'purchase id',
    'transaction id', 'transaction number', 'receipt number', 'receipt no', 'receipt id', 'receipt', 'bill no', 'basket id', 'ticket number', 'sales record number',
    '订单号', '订单编号', '主订单编号', '单号', '流水号', '小票号', '交易号', '发票号', '訂單編號', '訂單號', '單號', '訂單號碼', '發票號碼', '交易序號',
    'bestellnummer', 'auftragsnummer', 'rechnungsnummer', 'bestellung', 'belegnummer', 'numéro de commande', 'n° de commande', 'commande', 'numéro de facture',
    '订单id', '交易单号', '交易编号', '单据编号', '单据号', '销售单号', '小票编号', '消费单号', '主订单号', '订单序号', '訂單序號', '交易編號', '單據編號', '発注番号', '注文番号', '注文id', '伝票番号', 'レシート番号',
  ],
  customer: [
    'customer id', 'customer number', 'customer no',
    'customer', 'customer key', 'customer code', 'client id', 'client number', 'member id', 'member number', 'member no', 'membership number', 'user id', 'buyer user id',
    'buyer id', 'buyer username', 'buyer', 'household id', 'client', 'member', 'user', 'account id', 'account number', 'card number',
    '客户编号', '客户id', '会员号', '会员编号', '会员id', '买家会员名', '用户id', '用户编号', '客户', '会员', '买家', '买家昵称', '买家id', '下单账号', '下单帐号',
    '客戶編號', '會員編號', '會員號碼', '會員', '客戶', '顧客編號', '顧客', '買家帳號', '買家',
    'kundennummer', 'kunden nr', 'kunde', 'kunden id', 'kundin', 'nutzername des käufers', 'numéro client', 'client n°',
    '会员卡号', '会员手机号', '会员手机', '客户手机号', '客户手机', '客户编码', '顾客编号', '顾客', '顾客手机', '买家手机号', '买家账号', '购买人', '下单人', '用户名', '会员名', '會員卡號', '會員手機', '會員帳號', '顧客手機', '客戶編碼', '買家手機', '訂購人', '顧客番号', '顧客id', '会員番号', '会員id', 'お客様番号', 'メールアドレス',
  ],
  email: [
    'customer email', 'email', 'e mail', 'email address', 'e mail address', 'buyer email', 'billing email', 'purchase email', 'client email', 'contact email', 'customer e mail', 'from email address', 'recipient email', 'mail',
    '邮箱', '客户邮箱', '电子邮箱', '邮件', '电子邮件', '電子郵件', '電郵', '電子信箱', '信箱', '顧客電子郵件', 'kunden e mail', 'e mail adresse', 'adresse e mail', 'courriel',
  ],
  phone: [
    'phone', 'phone number', 'mobile', 'mobile number', 'mobile phone', 'cell phone', 'telephone', 'tel', 'customer phone', 'billing phone', 'buyer phone', 'buyer phone number', 'shipping phone', 'contact number', 'contact phone', 'ship to phone',
    '手机号', '手机号码', '手机', '联系手机', '联系电话', '电话', '收件人手机号', '收货人手机', '会员手机', '会员手机号', '手機號碼', '手機', '電話', '聯絡電話', '會員手機', '行動電話', 'telefon', 'telefonnummer', 'handynummer', 'téléphone', 'portable',
  ],
  'customer-name': [
    'customer name', 'buyer name', 'client name', 'full name', 'billing name', 'member name', 'name of customer', 'bill to name', 'recipient name', 'ship name',
    '客户姓名', '客户名称', '会员姓名', '收货人姓名', '姓名', '客戶姓名', '會員姓名', '收件人', '顧客姓名', 'kundenname', 'name des käufers', 'nom du client', 'nom',
    '会员名称', '顾客姓名', '买家姓名', '收货人', '收件人姓名', '會員名稱', '買家姓名', '收件人姓名', '訂購人姓名', '氏名', 'お名前', '顧客名',
  ],
  date: [
    'order date', 'invoice date', 'created at', 'purchase date', 'sale date', 'order time', 'date of order', 'transaction date', 'date created', 'order created at', 'created',
    'order date time', 'order datetime', 'date', 'datetime', 'date time', 'timestamp', 'transaction timestamp', 'sold on', 'paid at', 'payment date', 'paid date', 'day',
    '订单创建时间', '下单时间', '下单日期', '订单日期', '订单时间', '创建时间', '交易时间', '消费时间', '日期', '时间', '付款时间', '订单付款时间', '支付时间', '成交时间',
    '訂單日期', '訂單成立日期', '訂購日期', '下單時間', '訂單建立時間', '建立時間', '交易日期', '交易時間', '消費日期', '付款時間', '時間',
    'bestelldatum', 'rechnungsdatum', 'datum', 'verkauft am', 'auftragsdatum', 'kaufdatum', 'date de commande', 'date de facture', 'date d achat',
    '创建日期', '消费日期', '购买时间', '购买日期', '销售日期', '销售时间', '开单时间', '开单日期', '结账时间', '付款日期', '支付日期', '订单提交时间', '订单成交时间', '订单付款日期', '業績日期', '銷售日期', '購買日期', '購買時間', '結帳時間', '開單日期', '訂單成立時間', '注文日', '注文日時', '購入日', '購入日時', '売上日', '取引日', '取引日時',
  ],
  time: ['time', 'time of day', 'purchase time', 'purchase time utc timezone', 'uhrzeit', 'heure'],
  'order-amount': [
    'order net total', 'order subtotal', 'order value', 'order amount', 'order total', 'order net', 'order sum', '订单金额', '订单总额', '訂單金額', '訂單總額', '訂單總金額', 'bestellwert', 'total commande',
    '订单总金额', '订单应付金额', '订单实付', '订单金额元', '訂單實付金額', '注文金額', '注文合計',
  ],
  amount: [
    'net sales', 'net amount', 'net revenue', 'net value', 'net price', 'line net', 'line total', 'line amount', 'item total', 'line item total', 'product total', 'extended price', 'n revenue formatted',
    'sales', 'sales value', 'sales amount', 'revenue', 'amount', 'subtotal', 'net total', 'total price', 'sub total', 'value', 'total amount', 'amount paid', 'spend', 'sale price', 'total', 'grand total',
    'total sales', 'gross sales', 'gross', 'total paid', 'grand total base', 'grand total purchased', 'turnover', 'price paid', 'paid amount', 'dollars', 'monetary', 'payment value', 'item price', 'price',
    '买家应付货款', '实付金额', '实收金额', '成交金额', '消费金额', '销售额', '商品金额', '应付金额', '支付金额', '买家实际支付金额', '金额', '小计', '总金额', '总价', '合计',
    '實付金額', '實收金額', '銷售額', '消費金額', '付款金額', '商品金額', '小計', '總金額', '總價', '總計', '金額',
    'nettobetrag', 'nettoumsatz', 'umsatz', 'betrag', 'gesamtbetrag', 'gesamtpreis', 'gesamt', 'summe', 'positionssumme', 'montant net', 'montant ht', 'montant', 'total ht', 'chiffre d affaires', 'total ttc',
    '订单实付金额', '商家实收金额', '商品实付金额', '实付款', '实付', '实收', '实收款', '实际支付金额', '实际收款', '销售金额', '交易金额', '成交额', '支付总额', '商品总价', '应收金额', '总计', '總額', '實付', '實收', '銷售金額', '交易金額', '應付金額', '成交金額', '商品總價', '合計金額', '税抜金額', '売上金額', '売上', 'ご注文金額', '金額税抜',
  ],
  'unit-price': ['unit price', 'price per unit', 'price each', 'item price', 'product price', 'lineitem price', 'unit cost', 'price', '单价', '单品价格', '售价', '价格', '單價', '售價', '價格', 'einzelpreis', 'stückpreis', 'preis', 'prix unitaire', 'prix',
    '商品单价', '成交单价', '商品單價', '単価'],
  quantity: ['quantity', 'qty', 'item quantity', 'quantity ordered', 'units', 'items sold', 'units sold', 'number of items', 'lineitem quantity', 'count', 'pieces', '数量', '商品数量', '购买数量', '宝贝总数量', '件数', '數量', '商品數量', '件數', 'menge', 'anzahl', 'quantité', 'qté',
    '商品件数', '购买数', '销售数量', '銷售數量', '購買數量', '個数', '数量件'],
  refund: ['refunded amount', 'refund amount', 'amount refunded', 'total refunded', 'refund total', 'partial refunds', 'refunds', 'refund', '退款金额', '已退款金额', '退款金額', 'erstattungsbetrag', 'erstattet', 'montant remboursé',
    '退款总额', '退款合计', '退款金额元', '退款總額', '返金額', '返金'],
  status: ['financial status', 'order status', 'payment status', 'status', 'event type', 'transaction status', 'state of order', '订单状态', '交易状态', '付款状态', '状态', '訂單狀態', '付款狀態', '狀態', 'bestellstatus', 'statut',
    '支付状态', '订单交易状态', '交易狀態', '付款狀況', '訂單狀況', 'ステータス', '注文状況'],
  currency: ['currency', 'currency code', 'order currency', '币种', '货币', '幣別', '貨幣', 'währung', 'devise'],
  product: ['product id', 'sku', 'stock code', 'product code', 'item id', 'item number', 'item code', 'lineitem sku', 'article number', 'product sku', 'listing id', 'product', '商品编号', '商品编码', '商品id', '货号', '商家编码', '商品編號', '貨號', '品號', 'artikelnummer', 'référence',
    '款号', '条码', '条形码', '商品条码', '规格编码', '條碼', '商品條碼', '款號', '商品コード', '品番'],
  'product-name': ['product name', 'item name', 'lineitem name', 'description', 'product title', 'item title', 'product description', 'item', 'item description', 'products', 'product s', 'title', '宝贝标题', '商品名称', '商品', '商品标题', '品名', '商品名稱', '產品名稱', 'artikel', 'artikelbezeichnung', 'produkt', 'bezeichnung', 'produit', 'désignation',
    '商品名', '货品名称', '宝贝名称', '品項', '品項名稱', '商品名称規格'],
  category: ['category', 'product category', 'product type', 'department', 'item category', 'sub category', '类目', '商品分类', '分类', '品类', '宝贝种类', '類別', '商品分類', '分類', 'kategorie', 'warengruppe', 'catégorie',
    '商品类目', '商品类别', '品类名称', '商品類別', 'カテゴリ', 'カテゴリー'],
  country: ['country', 'country region', 'billing country', 'shipping country', 'ship country', 'customer country', 'country code', '国家', '國家', '國家地區', 'land', 'pays',
    '国家地区', '國家或地區', '国'],
  channel: ['channel', 'sales channel', 'source', 'order source', 'store', 'location', 'platform', '渠道', '来源', '订单来源', '店铺名称', '门店', '通路', '來源', '門市', '店鋪', 'kanal', 'canal',
    '销售渠道', '下单渠道', '订单渠道', '门店名称', '店铺', '平台', '銷售通路', '訂單來源', '分店', '店舗', '店舗名'],
  promised: [
    'order estimated delivery date', 'promised delivery date', 'promised delivery', 'promised delivery time', 'promised date', 'promise date', 'promised at', 'promised by', 'promised', 'estimated delivery date', 'estimated delivery', 'estimated delivery time', 'expected delivery date', 'expected delivery', 'expected delivery time', 'latest delivery date', 'delivery due', 'delivery due date', 'deliver by',
    '预计送达时间', '预计送达日期', '预计送达', '承诺送达时间', '承诺送达日期', '承诺送达', '最晚送达时间', '要求送达时间', '期望送达时间', '预约送达时间', '预计到货时间', '预计到货日期',
    '預計送達時間', '預計送達日期', '預計送達', '承諾送達時間', '承諾送達', '預計到貨日', '預計到貨日期', '最晚送達時間', '希望送達時間', 'お届け予定日', '配達予定日',
    'zugesagt für', 'zugesagter liefertermin', 'voraussichtliche lieferung', 'voraussichtliches lieferdatum', 'livraison promise', 'livraison prévue', 'date de livraison prévue', 'livraison estimée',
  ],
  delivered: [
    'order delivered customer date', 'delivered at', 'delivered on', 'delivered date', 'date delivered', 'delivered', 'actual delivery date', 'actual delivery', 'actual delivery time', 'delivery completed at', 'arrived at', 'received by customer at',
    '实际送达时间', '实际送达日期', '送达时间', '送达日期', '签收时间', '签收日期', '妥投时间', '實際送達時間', '實際送達日期', '送達時間', '送達日期', '簽收時間', '簽收日期', 'お届け日', '配達完了日時',
    'geliefert am', 'zugestellt am', 'geliefert', 'livré le',
  ],
};
