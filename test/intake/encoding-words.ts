/** Words from which files of orders are invented: none is taken from the lists of the detector. */
export interface Vocabulary {
  headers: readonly (readonly string[])[];
  family: readonly string[];
  given: readonly string[];
  /** Between family and given name, or given and family where `givenFirst`. */
  joint: string;
  givenFirst: boolean;
  cities: readonly string[];
  goods: readonly string[];
  states: readonly string[];
}

const words = (text: string): string[] => text.trim().split(/\s*[,\n]\s*/);

export const SIMPLIFIED: Vocabulary = {
  headers: [
    words('单号,下单时间,收货人,应付,城市,货品,进度'),
    words('流水号,成交时刻,买家昵称,实付,送达城市,宝贝标题,交易进展'),
    words('小票号,销售日,顾客,消费额,门店,品名,结算'),
    words('编码,创建于,用户,总价,所在地,产品,是否付清'),
    words('order_id,购买日,会员卡号,付了多少,区域,项目,处理结果'),
  ],
  family: words(
    '欧阳,司马,诸葛,上官,解,柴,覃,冼,区,麦,简,卓,蓝,涂,申,路,牛,单,项,柯,辛,管,祝,左,詹,岳,翟,耿,聂,霍,王,李,张,刘,陈,赵,周,吴,孙,朱',
  ),
  given: words(
    '志强,雅芝,丽娜,晓东,文静,少华,玉兰,秋菊,冬梅,国强,桂花,振宇,佩琪,梦瑶,若溪,雨桐,一诺,亦菲,可馨,沐阳,景行,星辰,书豪,天佑,宝强,德华,学友,富城,家辉,曼玉,祖贤,青霞,淑珍,彩凤,爱民,援朝,跃进,卫东,红军,向阳',
  ),
  joint: '',
  givenFirst: false,
  cities: words(
    '哈尔滨市,呼和浩特,石家庄,太原,沈阳,乌鲁木齐,西宁,兰州,银川,拉萨,贵阳,昆明,南宁,海口,佛山,东莞,温州,义乌,绍兴,扬州,徐州,烟台,洛阳,宜昌,桂林,三亚,珠海,惠州,泉州,唐山,保定,鞍山,包头,柳州',
  ),
  goods: words(
    '纯棉短袖T恤,保温壶500ml,蓝牙耳机,婴儿湿巾80抽,螺蛳粉,碧螺春礼盒,羊绒围巾,电动牙刷头,猫砂10kg,登山杖,瑜伽垫,卸妆棉,不粘锅,蚕丝被,辣椒酱,坚果混装,无糖豆浆粉,洗衣凝珠,儿童积木,钢化膜,机械键盘,香薰蜡烛,防晒霜SPF50,沐浴露,台灯,折叠雨伞,枸杞,腊肠,月饼,拖把',
  ),
  states: words('已签收,待揽件,已拒收,未付清,交易关闭,部分退还,运输途中,已评价'),
};

export const TRADITIONAL: Vocabulary = {
  headers: [
    words('單號,下單時間,收件人,應付,城市,品項,進度'),
    words('流水號,成立時刻,買方暱稱,實付,送達地,商店貨號,物流進展'),
    words('發票號碼,銷售日,顧客,消費額,分店,品名,結帳'),
    words('編碼,建立於,使用者,總價,所在地,產品,是否繳清'),
    words('order_id,購入日,會籍,付了多少,區域,項目,處理結果'),
  ],
  family: words(
    '歐陽,司徒,諸葛,張簡,解,柴,區,麥,簡,申,路,牛,單,項,辛,管,祝,左,岳,翟,耿,聶,霍,紀,倪,駱,賀,游,饒,粘,陳,林,黃,李,王,吳,劉,蔡,楊,許',
  ),
  given: words(
    '志強,雅芝,麗娜,曉東,文靜,少華,玉蘭,秋菊,冬梅,國強,桂花,振宇,夢瑤,若溪,雨桐,一諾,可馨,沐陽,景行,星辰,書豪,天佑,德華,學友,富城,家輝,曼玉,祖賢,青霞,淑珍,彩鳳,春嬌,罔市,進財,添丁,水木,火旺,素真,寶珠,秀鑾',
  ),
  joint: '',
  givenFirst: false,
  cities: words(
    '板橋,三重,永和,土城,淡水,汐止,中壢,平鎮,竹北,頭份,豐原,大里,沙鹿,員林,斗六,虎尾,民雄,善化,鳳山,岡山,左營,旗津,恆春,羅東,礁溪,玉里,臺東,馬公,金城,銅鑼灣,深水埗,將軍澳,觀塘,元朗,大埔,澳門',
  ),
  goods: words(
    '純棉短袖T恤,保溫壺500ml,藍牙耳機,嬰兒濕紙巾80抽,鳳梨酥禮盒,高山烏龍,羊絨圍巾,電動牙刷頭,貓砂10kg,登山杖,瑜珈墊,卸妝棉,不沾鍋,蠶絲被,辣椒醬,綜合堅果,無糖豆漿粉,洗衣球,兒童積木,鋼化膜,機械鍵盤,香氛蠟燭,防曬乳SPF50,沐浴乳,檯燈,摺疊雨傘,枸杞,臘腸,月餅,拖把,滷味,太陽餅',
  ),
  states: words('已簽收,待撿貨,已拒收,未繳清,訂單關閉,部分退還,運送途中,已評價'),
};

export const JAPANESE: Vocabulary = {
  headers: [
    words('受注ID,購入日時,お届け先,お支払い額,市町村,アイテム,ステータス'),
    words('伝票No,売上日,お客様名,税込価格,店舗,品目,決済'),
    words('管理番号,申込日,購入者,請求額,住まい,商品タイトル,発送状況'),
    words('オーダーID,登録日時,ユーザー名,トータル,エリア,製品,キャンセル有無'),
    words('order_id,ご注文日,ご依頼主,お買上げ額,都市,品番,進捗'),
  ],
  family: words(
    '斎藤,齊藤,髙橋,長谷川,五十嵐,櫻井,渡邉,近衛,服部,荒木,飯田,熊谷,黒田,白石,矢野,辻,堀,浅野,須藤,尾崎,望月,大西,樋口,永井,松尾,野口,菊地,久保田,桐生,綾瀬,一ノ瀬,山﨑,佐々木,中島,藤原,岡本,ﾀﾅｶ,ｻﾄｳ,ﾔﾏﾓﾄ,ﾜﾀﾅﾍﾞ',
  ),
  given: words(
    '蓮,陽菜,颯太,さくら,ひなた,凜,悠真,結愛,美羽,葵,千尋,紗希,亜紀,祐介,慎吾,恭子,典子,順一,茂,節子,つとむ,かおり,みゆき,あかり,マリア,ケン,エリカ,梢,渚,遥,樹,律,朔,奏,ﾊﾅｺ,ﾀﾛｳ,ｼﾞﾛｳ',
  ),
  joint: ' ',
  givenFirst: false,
  cities: words(
    '函館,旭川,盛岡,郡山,宇都宮,前橋,川越,船橋,八王子,鎌倉,甲府,松本,浜松,豊橋,四日市,彦根,堺,姫路,和歌山,倉敷,呉,下関,松山,久留米,佐世保,別府,宮崎,那覇,つくば,さいたま,いわき,むつ',
  ),
  goods: words(
    'ワンピース,抹茶ラテ,醤油せんべい,保温ボトル,イヤホン,おむつSサイズ,緑茶ティーバッグ,今治タオル,電動歯ブラシ,猫砂,ヨガマット,化粧水,鉄フライパン,羽毛布団,柚子胡椒,ミックスナッツ,プロテイン,洗濯洗剤,積み木,保護フィルム,ｷｰﾎﾞｰﾄﾞ,ｱﾛﾏｷｬﾝﾄﾞﾙ,日焼け止め,シャンプー詰替,折りたたみ傘,梅干し,明太子,どら焼き,靴下3足組,文庫カバー',
  ),
  states: words('発送済み,準備中,受取拒否,入金待ち,キャンセル,一部返金,輸送中,レビュー済'),
};

export const KOREAN: Vocabulary = {
  headers: [
    words('접수번호,구입시각,받는분,내실금액,도시,물품,진행'),
    words('전표,판매일,손님,매출,매장,품목,정산'),
    words('관리코드,신청일,구매자명,청구액,거주지,제품명,출고여부'),
    words('오더ID,등록일시,사용자,총액,지역,아이템,처리결과'),
    words('order_id,구매날,멤버,지불액,시군,항목,단계'),
  ],
  family: words(
    '남궁,황보,제갈,선우,독고,탁,피,함,변,염,여,추,도,석,설,길,연,위,표,명,기,반,왕,김,이,박,최,정,강,조,윤,장,임,한,오,서,신,권,황',
  ),
  given: words(
    '바다,하늘,슬기,보람,아름,가람,나래,다솜,라온,마루,새봄,이슬,초롱,한별,햇살,동욱,상철,병호,말순,복자,점례,춘자,길동,철수,영숙,기태,필립,규리,세라,로아,봄이,시우,이안,태윤,윤슬,단비,은별,해솔,찬란',
  ),
  joint: '',
  givenFirst: false,
  cities: words(
    '의정부,동두천,파주,시흥,화성,오산,이천,여주,강릉,속초,삼척,태백,제천,보은,논산,당진,공주,익산,군산,정읍,목포,여수,나주,담양,경주,안동,문경,상주,거제,통영,밀양,진주,서귀포,울릉군',
  ),
  goods: words(
    '반팔 티셔츠,보온병 500ml,블루투스 이어폰,아기 물티슈,떡볶이 떡,녹차 선물세트,울 머플러,칫솔모,고양이 모래,등산 스틱,요가 매트,클렌징 패드,프라이팬,누빔 이불,고추장,견과 믹스,두유 분말,세탁 캡슐,블록 완구,강화 필름,기계식 키보드,향초,썬크림,바디워시,스탠드 조명,접이식 우산,홍삼정,젓갈,약과,걸레',
  ),
  states: words('배달됨,포장중,수취거부,미납,주문철회,일부환급,이동중,후기작성'),
};

export const GERMAN: Vocabulary = {
  headers: [
    words('Belegnr.,Kaufdatum,Käufer,Gesamtbetrag,Ort,Artikel,Zahlungsverlauf'),
    words('Auftrag,Datum,Empfänger,Erlös,Lieferort,Bezeichnung,Rückgabe'),
    words('Rechnungsschlüssel,Bestellt am,Kundschaft,Summe für Käufer,Stadt,Größe,geändert'),
  ],
  family: words(
    'Müller,Schäfer,Köhler,Krüger,Böhm,Günther,Jäger,Groß,Weiß,Schröder,Möller,Lübke,Hübner,Döring,Bäcker,Fröhlich,Süß,Vogel,Braun,Schmidt,Wagner,Becker,Hoffmann,Koch',
  ),
  given: words('Jürgen,Günter,Jörg,Björn,Käthe,Sören,Zoë,André,René,Bärbel,Anna,Lena,Max,Paul,Uwe,Heike,Sabine,Klaus'),
  joint: ' ',
  givenFirst: true,
  cities: words(
    'München,Köln,Düsseldorf,Nürnberg,Würzburg,Lübeck,Göttingen,Osnabrück,Saarbrücken,Gießen,Fürth,Görlitz,Berlin,Hamburg,Leipzig,Bremen,Kassel,Neuß',
  ),
  goods: words(
    'Brötchen,Käse 500 g,Öl „Extra“,Fußmatte,Bürste,Gemüsekiste,Müsli,Tüte,Kürbiskernöl,Straßenkarte,Tee,Kaffee,Decke,Kerze – groß,Süßigkeiten,Schlüsselanhänger',
  ),
  states: words('bezahlt,zurückgeschickt,verspätet,unterwegs,gelöscht,geprüft,teilweise zurück'),
};

export const FRENCH: Vocabulary = {
  headers: [
    words('Réf.,Passée le,Acheteur,Payé,Ville,Libellé,État'),
    words('N° pièce,Créé à,Nom prénom,Total réglé,Département,Désignation,Expédié'),
    words('Identifiant,Jour,Clientèle,Somme encaissée,Localité,Modèle,Livrée'),
  ],
  family: words(
    'Lefèvre,Hébert,Béranger,Gérard,Legrand,François,Lévêque,Renée,Mâcon,Noël,Béchard,Côté,Desprès,Dupont,Martin,Moreau,Roux,Faure,Blanc,Dubois',
  ),
  given: words(
    'Hélène,Zoé,Chloé,Léa,Gaël,Jérôme,Benoît,Loïc,Françoise,Stéphane,Aurélie,Anaïs,Maëlys,Théo,Marie,Luc,Paul,Jean,Camille,Louis',
  ),
  joint: ' ',
  givenFirst: true,
  cities: words(
    'Besançon,Orléans,Saint-Étienne,Nîmes,Béziers,Mâcon,Angoulême,Évreux,Alès,Sète,Vénissieux,Paris,Lyon,Lille,Nantes,Rennes,Brest,Dijon',
  ),
  goods: words(
    'Crème brûlée,Thé à la menthe,Gâteau,Chaussure d’été,Café moulu,Pâté,Sac à dos,Boîte,Élastique,Théière,Pull,Jupe plissée,Maïs,Bœuf séché,Règle,Huître',
  ),
  states: words('payée,expédiée,annulée,remboursée,en préparation,à vérifier,reçu'),
};

export const SPANISH: Vocabulary = {
  headers: [
    words('Nº,Día,Comprador,Importe,Población,Artículo,Situación'),
    words('Código,Creado,Dueño,Pagó,Municipio,Descripción,Envío'),
    words('Transacción,Momento,Señor(a),Total a pagar,Región,Género,Devolución'),
  ],
  family: words(
    'Núñez,Muñoz,González,Rodríguez,Pérez,Gómez,Martínez,Ibáñez,Peña,Cañizares,Díaz,Vázquez,Güell,Ordóñez,Ruiz,Torres,Castro,Vidal,Serrano,Molina',
  ),
  given: words('José,María,Begoña,Íñigo,Ángel,Óscar,Inés,Sofía,Raúl,Adrián,Verónica,Tomás,Ana,Pilar,Carmen,Luis,Pablo,Elena,Lucía,Nuria'),
  joint: ' ',
  givenFirst: true,
  cities: words(
    'A Coruña,Cádiz,Málaga,Córdoba,León,Almería,Jaén,Ávila,Logroño,Mérida,Bogotá,Medellín,Madrid,Sevilla,Bilbao,Toledo,Quito,Lima',
  ),
  goods: words(
    'Jamón ibérico,Piñata,Champú,Sartén,Camión,Muñeca,Azúcar,Almohadón,Cojín,Pañales,Té,Café,Manta,Bolso,Vela aromática,Edición “Única”',
  ),
  states: words('pagó,envío pendiente,devolución,cancelación,recibió,en tránsito,según cliente'),
};

export const PORTUGUESE: Vocabulary = {
  headers: [
    words('Número,Criação,Comprador,Preço pago,Município,Descrição,Situação'),
    words('Código,Emissão,Razão,Líquido,Região,Peça,Devolução'),
    words('Transação,Mês,Freguês,À vista,Cidade,Opção,Previsão'),
  ],
  family: words(
    'Conceição,Simões,Magalhães,Assunção,Araújo,Gonçalves,Guimarães,Fontão,Brandão,Mourão,Sá,Ávila,Antunes,Silva,Costa,Rocha,Lopes,Moura,Pinto,Nunes',
  ),
  given: words(
    'João,Antônio,Conceição,Cláudia,Sebastião,Inês,Estêvão,Luís,Mônica,Patrícia,Júlia,Caetano,Rita,Pedro,Ana,Tiago,Bruno,Íris,Érica,Fábio',
  ),
  joint: ' ',
  givenFirst: true,
  cities: words(
    'São Paulo,Brasília,Goiânia,Belém,Maceió,Florianópolis,Évora,Guimarães,Setúbal,Bragança,Niterói,Uberlândia,Recife,Manaus,Lisboa,Porto,Faro,Natal',
  ),
  goods: words('Pão de açúcar,Calção,Maçã,Feijão 1 kg,Colchão,Relógio,Sabão,Óculos,Fogão,Botões,Café,Limão,Tênis,Câmera,Blusa,Caneca'),
  states: words('pago,em trânsito,devolução,não entregue,concluído,aprovação,análise'),
};

export const POLISH: Vocabulary = {
  headers: [
    words('Nr zamówienia,Data złożenia,Kupujący,Kwota,Miejscowość,Nazwa części,Płatność'),
    words('Zlecenie,Dzień,Odbiorca przesyłki,Łącznie,Województwo,Usługa,Wysłano'),
  ],
  family: words('Wiśniewski,Wójcik,Kamiński,Zieliński,Woźniak,Dąbrowska,Kozłowska,Jabłoński,Krawczyk,Gołąb,Żak,Źrebiec,Nowak,Mazur'),
  given: words('Łukasz,Paweł,Małgorzata,Michał,Rafał,Stanisław,Żaneta,Róża,Bożena,Jan,Anna,Ewa,Piotr,Marek'),
  joint: ' ',
  givenFirst: true,
  cities: words('Łódź,Kraków,Wrocław,Poznań,Gdańsk,Białystok,Częstochowa,Rzeszów,Toruń,Zamość,Warszawa,Lublin'),
  goods: words('Chleb żytni,Książka,Kołdra,Miód,Świeca,Żel pod prysznic,Łyżka,Pościel,Sukienka,Herbata,Śliwki,Nóż'),
  states: words('opłacone,wysłane,zwrócone,anulowano część,w drodze,oczekujące na płatność'),
};

export const CZECH: Vocabulary = {
  headers: [words('Číslo,Založeno,Zákazník,Částka,Město,Zboží,Stav'), words('Doklad,Den,Odběratel,Celkem Kč,Kraj,Výrobek,Vráceno')],
  family: words('Dvořák,Černý,Procházka,Kučera,Veselý,Horák,Němec,Pokorný,Růžička,Beneš,Fiala,Sedláček,Kříž,Novák'),
  given: words('Jiří,Tomáš,Lukáš,Ondřej,Zdeněk,Kateřina,Věra,Lenka,Božena,Eliška,Jan,Petr,Eva,Matěj'),
  joint: ' ',
  givenFirst: true,
  cities: words('Plzeň,Olomouc,České Budějovice,Hradec Králové,Ústí,Zlín,Jihlava,Třebíč,Příbram,Děčín,Praha,Brno'),
  goods: words('Hrníček,Chléb,Svíčka,Přikrývka,Mýdlo,Kniha,Košile,Lžíce,Ručník,Čaj,Žárovka,Tričko'),
  states: words('zaplaceno,odesláno,vráceno,zrušeno zákazníkem,čeká,dokončeno úspěšně'),
};

export const HUNGARIAN: Vocabulary = {
  headers: [
    words('Rendelés,Dátum,Vevő,Összeg,Város,Termék,Állapot'),
    words('Bizonylat,Nap,Megrendelő,Végösszeg,Megye,Cikk megnevezése,Fizetett'),
  ],
  family: words('Kovács,Szabó,Tóth,Horváth,Kiss,Molnár,Németh,Fekete,Erdős,Szűcs,Győri,Lőrincz,Bődi,Nagy'),
  given: words('László,István,Zoltán,József,Gergő,Ernő,Erzsébet,Mária,Zsófia,Réka,Dénes,Jenő,Anna,Péter'),
  joint: ' ',
  givenFirst: false,
  cities: words('Győr,Miskolc,Szeged,Pécs,Debrecen,Székesfehérvár,Kőszeg,Hódmezővásárhely,Gödöllő,Érd,Budapest,Eger'),
  goods: words('Bögre,Törölköző,Kenyér,Gyertya,Könyv,Őszibarack,Fűszer,Hűtőtáska,Tej,Méz,Szőnyeg,Cipő'),
  states: words('fizetve,elküldve,visszaküldött,törölt,úton,függőben lévő'),
};

export const RUSSIAN: Vocabulary = {
  headers: [
    words('№ заказа,Дата покупки,Покупатель,Сумма,Город,Товар,Статус'),
    words('Чек,Создан,ФИО,Оплачено,Регион,Наименование,Возврат'),
  ],
  family: words('Иванов,Смирнова,Кузнецов,Попова,Васильев,Щербакова,Жуков,Ёлкин,Цветкова,Чернышёв,Юдин,Яковлева'),
  given: words('Александр,Мария,Дмитрий,Елена,Сергей,Ольга,Артём,Юлия,Игорь,Анна,Фёдор,Зоя'),
  joint: ' ',
  givenFirst: false,
  cities: words('Москва,Санкт-Петербург,Казань,Екатеринбург,Уфа,Пермь,Томск,Сочи,Омск,Тверь'),
  goods: words('Кружка,Чай зелёный,Свеча,Одеяло,Хлеб,Книга,Щётка,Шампунь,Носки,Мёд'),
  states: words('оплачен,отправлен,возвращён,отменён,в пути,ожидает оплаты'),
};
