import type { Role } from '../terms/plan';

/**
 * Names that columns have, by meaning, in the form of `headerWords`; the first ones are the best ones.
 * English, simplified and traditional Chinese, some German and French. Net sums stand before gross ones: tax and shipping are no revenue.
 */
// prettier-ignore
export const SYNONYMS: Readonly<Partial<Record<Role, readonly string[]>>> = {
  order: [
    'order id', 'order number', 'order no', 'invoice no', 'invoice number', 'invoice', 'invoice id', 'order', 'order name', 'order ref', 'order reference', 'purchase id',
    'transaction id', 'transaction number', 'receipt number', 'receipt no', 'receipt id', 'receipt', 'bill no', 'basket id', 'ticket number', 'sales record number',
    '订单号', '订单编号', '主订单编号', '单号', '流水号', '小票号', '交易号', '发票号', '訂單編號', '訂單號', '單號', '訂單號碼', '發票號碼', '交易序號',
    'bestellnummer', 'auftragsnummer', 'rechnungsnummer', 'bestellung', 'belegnummer', 'numéro de commande', 'n° de commande', 'commande', 'numéro de facture',
  ],
  customer: [
    'customer id', 'customer number', 'customer no',
    'customer', 'customer key', 'customer code', 'client id', 'client number', 'member id', 'member number', 'member no', 'membership number', 'user id', 'buyer user id',
    'buyer id', 'buyer username', 'buyer', 'household id', 'client', 'member', 'user', 'account id', 'account number', 'card number',
    '客户编号', '客户id', '会员号', '会员编号', '会员id', '买家会员名', '用户id', '用户编号', '客户', '会员', '买家', '买家昵称', '买家id', '下单账号', '下单帐号',
    '客戶編號', '會員編號', '會員號碼', '會員', '客戶', '顧客編號', '顧客', '買家帳號', '買家',
    'kundennummer', 'kunden nr', 'kunde', 'kunden id', 'kundin', 'nutzername des käufers', 'numéro client', 'client n°',
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
  ],
  date: [
    'order date', 'invoice date', 'created at', 'purchase date', 'sale date', 'order time', 'date of order', 'transaction date', 'date created', 'order created at', 'created',
    'order date time', 'order datetime', 'date', 'datetime', 'date time', 'timestamp', 'transaction timestamp', 'sold on', 'paid at', 'payment date', 'paid date', 'day',
    '订单创建时间', '下单时间', '下单日期', '订单日期', '订单时间', '创建时间', '交易时间', '消费时间', '日期', '时间', '付款时间', '订单付款时间', '支付时间', '成交时间',
    '訂單日期', '訂單成立日期', '訂購日期', '下單時間', '訂單建立時間', '建立時間', '交易日期', '交易時間', '消費日期', '付款時間', '時間',
    'bestelldatum', 'rechnungsdatum', 'datum', 'verkauft am', 'auftragsdatum', 'kaufdatum', 'date de commande', 'date de facture', 'date d achat',
  ],
  time: ['time', 'time of day', 'purchase time', 'purchase time utc timezone', 'uhrzeit', 'heure'],
  'order-amount': [
    'order net total', 'order subtotal', 'order value', 'order amount', 'order total', 'order net', 'order sum', '订单金额', '订单总额', '訂單金額', '訂單總額', '訂單總金額', 'bestellwert', 'total commande',
  ],
  amount: [
    'net sales', 'net amount', 'net revenue', 'net value', 'net price', 'line net', 'line total', 'line amount', 'item total', 'line item total', 'product total', 'extended price', 'n revenue formatted',
    'sales', 'sales value', 'sales amount', 'revenue', 'amount', 'subtotal', 'net total', 'total price', 'sub total', 'value', 'total amount', 'amount paid', 'spend', 'sale price', 'total', 'grand total',
    'total sales', 'gross sales', 'gross', 'total paid', 'grand total base', 'grand total purchased', 'turnover', 'price paid', 'paid amount', 'dollars', 'monetary', 'payment value', 'item price', 'price',
    '买家应付货款', '实付金额', '实收金额', '成交金额', '消费金额', '销售额', '商品金额', '应付金额', '支付金额', '买家实际支付金额', '金额', '小计', '总金额', '总价', '合计',
    '實付金額', '實收金額', '銷售額', '消費金額', '付款金額', '商品金額', '小計', '總金額', '總價', '總計', '金額',
    'nettobetrag', 'nettoumsatz', 'umsatz', 'betrag', 'gesamtbetrag', 'gesamtpreis', 'gesamt', 'summe', 'positionssumme', 'montant net', 'montant ht', 'montant', 'total ht', 'chiffre d affaires', 'total ttc',
  ],
  'unit-price': ['unit price', 'price per unit', 'price each', 'item price', 'product price', 'lineitem price', 'unit cost', 'price', '单价', '单品价格', '售价', '价格', '單價', '售價', '價格', 'einzelpreis', 'stückpreis', 'preis', 'prix unitaire', 'prix'],
  quantity: ['quantity', 'qty', 'item quantity', 'quantity ordered', 'units', 'items sold', 'units sold', 'number of items', 'lineitem quantity', 'count', 'pieces', '数量', '商品数量', '购买数量', '宝贝总数量', '件数', '數量', '商品數量', '件數', 'menge', 'anzahl', 'quantité', 'qté'],
  refund: ['refunded amount', 'refund amount', 'amount refunded', 'total refunded', 'refund total', 'partial refunds', 'refunds', 'refund', '退款金额', '已退款金额', '退款金額', 'erstattungsbetrag', 'erstattet', 'montant remboursé'],
  status: ['financial status', 'order status', 'payment status', 'status', 'event type', 'transaction status', 'state of order', '订单状态', '交易状态', '付款状态', '状态', '訂單狀態', '付款狀態', '狀態', 'bestellstatus', 'statut'],
  currency: ['currency', 'currency code', 'order currency', '币种', '货币', '幣別', '貨幣', 'währung', 'devise'],
  product: ['product id', 'sku', 'stock code', 'product code', 'item id', 'item number', 'item code', 'lineitem sku', 'article number', 'product sku', 'listing id', 'product', '商品编号', '商品编码', '商品id', '货号', '商家编码', '商品編號', '貨號', '品號', 'artikelnummer', 'référence'],
  'product-name': ['product name', 'item name', 'lineitem name', 'description', 'product title', 'item title', 'product description', 'item', 'item description', 'products', 'product s', 'title', '宝贝标题', '商品名称', '商品', '商品标题', '品名', '商品名稱', '產品名稱', 'artikel', 'artikelbezeichnung', 'produkt', 'bezeichnung', 'produit', 'désignation'],
  category: ['category', 'product category', 'product type', 'department', 'item category', 'sub category', '类目', '商品分类', '分类', '品类', '宝贝种类', '類別', '商品分類', '分類', 'kategorie', 'warengruppe', 'catégorie'],
  country: ['country', 'country region', 'billing country', 'shipping country', 'ship country', 'customer country', 'country code', '国家', '國家', '國家地區', 'land', 'pays'],
  channel: ['channel', 'sales channel', 'source', 'order source', 'store', 'location', 'platform', '渠道', '来源', '订单来源', '店铺名称', '门店', '通路', '來源', '門市', '店鋪', 'kanal', 'canal'],
};
