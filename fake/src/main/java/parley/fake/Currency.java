package parley.fake;

import java.util.List;

/** The currencies that people know. */
record Currency(String code, String name, String symbol) {

  static final List<Currency> ALL =
      """
      AED|United Arab Emirates Dirham|AED
      ARS|Argentine Peso|$
      AUD|Australian Dollar|A$
      BRL|Brazilian Real|R$
      CAD|Canadian Dollar|CA$
      CHF|Swiss Franc|CHF
      CLP|Chilean Peso|$
      CNY|Chinese Yuan|CN¥
      COP|Colombian Peso|$
      CZK|Czech Koruna|Kč
      DKK|Danish Krone|kr
      EGP|Egyptian Pound|E£
      EUR|Euro|€
      GBP|British Pound|£
      HKD|Hong Kong Dollar|HK$
      HUF|Hungarian Forint|Ft
      IDR|Indonesian Rupiah|Rp
      ILS|Israeli New Shekel|₪
      INR|Indian Rupee|₹
      JPY|Japanese Yen|¥
      KES|Kenyan Shilling|KSh
      KRW|South Korean Won|₩
      MXN|Mexican Peso|MX$
      NGN|Nigerian Naira|₦
      NOK|Norwegian Krone|kr
      NZD|New Zealand Dollar|NZ$
      PEN|Peruvian Sol|S/
      PHP|Philippine Peso|₱
      PLN|Polish Zloty|zł
      RON|Romanian Leu|lei
      SEK|Swedish Krona|kr
      SGD|Singapore Dollar|S$
      THB|Thai Baht|฿
      TRY|Turkish Lira|₺
      UAH|Ukrainian Hryvnia|₴
      USD|US Dollar|$
      VND|Vietnamese Dong|₫
      ZAR|South African Rand|R
      """
          .lines()
          .map(line -> line.split("\\|"))
          .map(parts -> new Currency(parts[0], parts[1], parts[2]))
          .toList();
}
