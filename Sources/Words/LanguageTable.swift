/// How languages write numbers and dates, from the Unicode CLDR, by language tag.
///
/// Only what a site's file of words may leave out: a key of the same name there is stronger.
enum LanguageTable {
    /// The words of a tag such as `pt-PT`, or of its language, `pt`; empty for English and what is not in the table.
    static func words(for language: String) -> [String: String] {
        let main = language.split(separator: "-").first.map(String.init) ?? language
        guard let row = row(language) ?? row(main) else { return [:] }
        let fields = row.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        var words = Dictionary(uniqueKeysWithValues: zip(keys, fields.dropFirst()))
        for (number, month) in (fields.last ?? "").split(separator: ";").enumerated() { words["month\(number + 1)"] = String(month) }
        words["dateOrder"] = order(of: words["date"] ?? "")
        return words
    }

    /// In the order of the fields of a row; the months come last.
    private static let keys = [
        "numberDecimal", "numberGroup", "numberMinus", "numberGrouping", "numberGroupFrom", "numberMoney", "numberPercent", "date",
    ]

    private static func row(_ tag: String) -> String? { rows.first { $0.lowercased().hasPrefix(tag.lowercased() + "|") } }

    /// In which order a language writes the parts of a date: `dmy`.
    private static func order(of pattern: String) -> String {
        let places = ["d": "{day}", "m": "{month}", "y": "{year}"].compactMap { letter, name in
            pattern.firstRange(of: name).map { (letter, $0.lowerBound) }
        }
        return places.sorted { $0.1 < $1.1 }.map(\.0).joined()
    }

    // Language, decimal sign, sign between groups of digits, minus, sizes of the groups from the right, from how many digits on
    // there are groups, money, per cent, date, months as they are written in a date.
    // swift-format-ignore
    private static let rows = [
        "de|,|.|-|3|4|{number}\u{a0}{sign}|{number}\u{a0}%|{day}. {month} {year}|Januar;Februar;März;April;Mai;Juni;Juli;August;September;Oktober;November;Dezember",
        "de-AT|,|\u{a0}|-|3|4|{sign}\u{a0}{number}|{number}\u{a0}%|{day}. {month} {year}|Jänner;Februar;März;April;Mai;Juni;Juli;August;September;Oktober;November;Dezember",
        "de-CH|.|’|-|3|4|{sign}\u{a0}{number}|{number}%|{day}. {month} {year}|Januar;Februar;März;April;Mai;Juni;Juli;August;September;Oktober;November;Dezember",
        "fr|,|\u{202f}|-|3|4|{number}\u{a0}{sign}|{number}\u{a0}%|{day} {month} {year}|janvier;février;mars;avril;mai;juin;juillet;août;septembre;octobre;novembre;décembre",
        "fr-CH|,|\u{202f}|-|3|4|{number}\u{a0}{sign}|{number}%|{day} {month} {year}|janvier;février;mars;avril;mai;juin;juillet;août;septembre;octobre;novembre;décembre",
        "es|,|.|-|3|5|{number}\u{a0}{sign}|{number}\u{a0}%|{day} de {month} de {year}|enero;febrero;marzo;abril;mayo;junio;julio;agosto;septiembre;octubre;noviembre;diciembre",
        "pt|,|.|-|3|4|{sign}\u{a0}{number}|{number}%|{day} de {month} de {year}|janeiro;fevereiro;março;abril;maio;junho;julho;agosto;setembro;outubro;novembro;dezembro",
        "pt-PT|,|\u{a0}|-|3|5|{number}\u{a0}{sign}|{number}%|{day} de {month} de {year}|janeiro;fevereiro;março;abril;maio;junho;julho;agosto;setembro;outubro;novembro;dezembro",
        "it|,|.|-|3|5|{number}\u{a0}{sign}|{number}%|{day} {month} {year}|gennaio;febbraio;marzo;aprile;maggio;giugno;luglio;agosto;settembre;ottobre;novembre;dicembre",
        "it-CH|.|’|-|3|5|{sign}\u{a0}{number}|{number}%|{day} {month} {year}|gennaio;febbraio;marzo;aprile;maggio;giugno;luglio;agosto;settembre;ottobre;novembre;dicembre",
        "nl|,|.|-|3|4|{sign}\u{a0}{number}|{number}%|{day} {month} {year}|januari;februari;maart;april;mei;juni;juli;augustus;september;oktober;november;december",
        "da|,|.|-|3|4|{number}\u{a0}{sign}|{number}\u{a0}%|{day}. {month} {year}|januar;februar;marts;april;maj;juni;juli;august;september;oktober;november;december",
        "sv|,|\u{a0}|−|3|4|{number}\u{a0}{sign}|{number}\u{a0}%|{day} {month} {year}|januari;februari;mars;april;maj;juni;juli;augusti;september;oktober;november;december",
        "nb|,|\u{a0}|−|3|4|{number}\u{a0}{sign}|{number}\u{a0}%|{day}. {month} {year}|januar;februar;mars;april;mai;juni;juli;august;september;oktober;november;desember",
        "nn|,|\u{a0}|−|3|4|{number}\u{a0}{sign}|{number}\u{a0}%|{day}. {month} {year}|januar;februar;mars;april;mai;juni;juli;august;september;oktober;november;desember",
        "no|,|\u{a0}|−|3|4|{number}\u{a0}{sign}|{number}\u{a0}%|{day}. {month} {year}|januar;februar;mars;april;mai;juni;juli;august;september;oktober;november;desember",
        "fi|,|\u{a0}|−|3|4|{number}\u{a0}{sign}|{number}\u{a0}%|{day}. {month} {year}|tammikuuta;helmikuuta;maaliskuuta;huhtikuuta;toukokuuta;kesäkuuta;heinäkuuta;elokuuta;syyskuuta;lokakuuta;marraskuuta;joulukuuta",
        "is|,|.|-|3|4|{number}\u{a0}{sign}|{number}%|{day}. {month} {year}|janúar;febrúar;mars;apríl;maí;júní;júlí;ágúst;september;október;nóvember;desember",
        "pl|,|\u{a0}|-|3|5|{number}\u{a0}{sign}|{number}%|{day} {month} {year}|stycznia;lutego;marca;kwietnia;maja;czerwca;lipca;sierpnia;września;października;listopada;grudnia",
        "cs|,|\u{a0}|-|3|4|{number}\u{a0}{sign}|{number}\u{a0}%|{day}. {month} {year}|ledna;února;března;dubna;května;června;července;srpna;září;října;listopadu;prosince",
        "sk|,|\u{a0}|-|3|4|{number}\u{a0}{sign}|{number}\u{a0}%|{day}. {month} {year}|januára;februára;marca;apríla;mája;júna;júla;augusta;septembra;októbra;novembra;decembra",
        "hu|,|\u{a0}|-|3|5|{number}\u{a0}{sign}|{number}%|{year}. {month} {day}.|január;február;március;április;május;június;július;augusztus;szeptember;október;november;december",
        "ro|,|.|-|3|4|{number}\u{a0}{sign}|{number}\u{a0}%|{day} {month} {year}|ianuarie;februarie;martie;aprilie;mai;iunie;iulie;august;septembrie;octombrie;noiembrie;decembrie",
        "bg|,|\u{a0}|-|3|5|{number}\u{a0}{sign}|{number}%|{day} {month} {year}\u{202f}г.|януари;февруари;март;април;май;юни;юли;август;септември;октомври;ноември;декември",
        "hr|,|.|−|3|4|{number}\u{a0}{sign}|{number}\u{a0}%|{day}. {month} {year}.|siječnja;veljače;ožujka;travnja;svibnja;lipnja;srpnja;kolovoza;rujna;listopada;studenoga;prosinca",
        "sr|,|.|-|3|4|{number}\u{a0}{sign}|{number}%|{day}. {month} {year}.|јануар;фебруар;март;април;мај;јун;јул;август;септембар;октобар;новембар;децембар",
        "sl|,|.|−|3|5|{number}\u{a0}{sign}|{number}\u{a0}%|{day}. {month} {year}|januar;februar;marec;april;maj;junij;julij;avgust;september;oktober;november;december",
        "et|,|\u{a0}|−|3|5|{number}\u{a0}{sign}|{number}%|{day}. {month} {year}|jaanuar;veebruar;märts;aprill;mai;juuni;juuli;august;september;oktoober;november;detsember",
        "lv|,|\u{a0}|-|3|5|{number}\u{a0}{sign}|{number}%|{year}. gada {day}. {month}|janvāris;februāris;marts;aprīlis;maijs;jūnijs;jūlijs;augusts;septembris;oktobris;novembris;decembris",
        "lt|,|\u{a0}|−|3|4|{number}\u{a0}{sign}|{number}\u{a0}%|{year} m. {month} {day} d.|sausio;vasario;kovo;balandžio;gegužės;birželio;liepos;rugpjūčio;rugsėjo;spalio;lapkričio;gruodžio",
        "el|,|.|-|3|4|{number}\u{a0}{sign}|{number}%|{day} {month} {year}|Ιανουαρίου;Φεβρουαρίου;Μαρτίου;Απριλίου;Μαΐου;Ιουνίου;Ιουλίου;Αυγούστου;Σεπτεμβρίου;Οκτωβρίου;Νοεμβρίου;Δεκεμβρίου",
        "uk|,|\u{a0}|-|3|4|{number}\u{a0}{sign}|{number}%|{day} {month} {year}\u{202f}р.|січня;лютого;березня;квітня;травня;червня;липня;серпня;вересня;жовтня;листопада;грудня",
        "ru|,|\u{a0}|-|3|4|{number}\u{a0}{sign}|{number}\u{a0}%|{day} {month} {year}\u{202f}г.|января;февраля;марта;апреля;мая;июня;июля;августа;сентября;октября;ноября;декабря",
        "tr|,|.|-|3|4|{sign}{number}|%{number}|{day} {month} {year}|Ocak;Şubat;Mart;Nisan;Mayıs;Haziran;Temmuz;Ağustos;Eylül;Ekim;Kasım;Aralık",
        "ar|.|,|-|3|4|{number}\u{a0}{sign}|{number}%|{day} {month} {year}|يناير;فبراير;مارس;أبريل;مايو;يونيو;يوليو;أغسطس;سبتمبر;أكتوبر;نوفمبر;ديسمبر",
        "he|.|,|-|3|4|{number}\u{a0}{sign}|{number}%|{day} ב{month} {year}|ינואר;פברואר;מרץ;אפריל;מאי;יוני;יולי;אוגוסט;ספטמבר;אוקטובר;נובמבר;דצמבר",
        "fa|.|,|−|3|4|{sign}\u{a0}{number}|{number}%|{day} {month} {year}|ژانویهٔ;فوریهٔ;مارس;آوریل;مهٔ;ژوئن;ژوئیهٔ;اوت;سپتامبر;اکتبر;نوامبر;دسامبر",
        "hi|.|,|-|3 2|4|{sign}{number}|{number}%|{day} {month} {year}|जनवरी;फ़रवरी;मार्च;अप्रैल;मई;जून;जुलाई;अगस्त;सितंबर;अक्टूबर;नवंबर;दिसंबर",
        "ja|.|,|-|3|4|{sign}{number}|{number}%|{year}年{month}月{day}日|1;2;3;4;5;6;7;8;9;10;11;12",
        "zh|.|,|-|3|4|{sign}{number}|{number}%|{year}年{month}月{day}日|1;2;3;4;5;6;7;8;9;10;11;12",
        "ko|.|,|-|3|4|{sign}{number}|{number}%|{year}년 {month} {day}일|1월;2월;3월;4월;5월;6월;7월;8월;9월;10월;11월;12월",
        "id|,|.|-|3|4|{sign}{number}|{number}%|{day} {month} {year}|Januari;Februari;Maret;April;Mei;Juni;Juli;Agustus;September;Oktober;November;Desember",
        "ms|.|,|-|3|4|{sign}{number}|{number}%|{day} {month} {year}|Januari;Februari;Mac;April;Mei;Jun;Julai;Ogos;September;Oktober;November;Disember",
        "vi|,|.|-|3|4|{number}\u{a0}{sign}|{number}%|{day} {month}, {year}|tháng 1;tháng 2;tháng 3;tháng 4;tháng 5;tháng 6;tháng 7;tháng 8;tháng 9;tháng 10;tháng 11;tháng 12",
        "th|.|,|-|3|4|{sign}{number}|{number}%|{day} {month} {year}|มกราคม;กุมภาพันธ์;มีนาคม;เมษายน;พฤษภาคม;มิถุนายน;กรกฎาคม;สิงหาคม;กันยายน;ตุลาคม;พฤศจิกายน;ธันวาคม",
        "ga|.|,|-|3|4|{sign}{number}|{number}%|{day} {month} {year}|Eanáir;Feabhra;Márta;Aibreán;Bealtaine;Meitheamh;Iúil;Lúnasa;Meán Fómhair;Deireadh Fómhair;Samhain;Nollaig",
        "cy|.|,|-|3|4|{sign}{number}|{number}%|{day} {month} {year}|Ionawr;Chwefror;Mawrth;Ebrill;Mai;Mehefin;Gorffennaf;Awst;Medi;Hydref;Tachwedd;Rhagfyr",
        "ca|,|.|-|3|4|{number}\u{a0}{sign}|{number}\u{a0}%|{day} {month} del {year}|de gener;de febrer;de març;d’abril;de maig;de juny;de juliol;d’agost;de setembre;d’octubre;de novembre;de desembre",
        "eu|,|.|−|3|4|{number}\u{a0}{sign}|%\u{a0}{number}|{year}(e)ko {month}ren {day}(a)|urtarrila;otsaila;martxoa;apirila;maiatza;ekaina;uztaila;abuztua;iraila;urria;azaroa;abendua",
        "gl|,|.|-|3|4|{number}\u{a0}{sign}|{number}\u{a0}%|{day} de {month} de {year}|xaneiro;febreiro;marzo;abril;maio;xuño;xullo;agosto;setembro;outubro;novembro;decembro",
        "en-US|.|,|-|3|4|{sign}{number}|{number}%|{month} {day}, {year}|January;February;March;April;May;June;July;August;September;October;November;December",
        "en-GB|.|,|-|3|4|{sign}{number}|{number}%|{day} {month} {year}|January;February;March;April;May;June;July;August;September;October;November;December",
        "en-IE|.|,|-|3|4|{sign}{number}|{number}%|{day} {month} {year}|January;February;March;April;May;June;July;August;September;October;November;December",
        "en-AU|.|,|-|3|4|{sign}{number}|{number}%|{day} {month} {year}|January;February;March;April;May;June;July;August;September;October;November;December",
        "en-NZ|.|,|-|3|4|{sign}{number}|{number}%|{day} {month} {year}|January;February;March;April;May;June;July;August;September;October;November;December",
        "en-ZA|,|\u{a0}|-|3|4|{sign}{number}|{number}%|{day} {month} {year}|January;February;March;April;May;June;July;August;September;October;November;December",
        "en-IN|.|,|-|3 2|4|{sign}{number}|{number}%|{day} {month} {year}|January;February;March;April;May;June;July;August;September;October;November;December",
    ]
}
