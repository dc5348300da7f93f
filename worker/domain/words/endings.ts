import type { Language } from './language.ts'

/**
 * Endings by language, of folded words. `ies>y` leaves a y; `ss>ss` is no ending. Groups between `|` need three letters before
 * them, then four, five and so on (what is left of the ending counts).
 */
export const endings: Partial<Record<Language, string>> = {
  en: "s es e ed ing ies>y ied>y 's s' ss>ss us>us is>is eed>eed thing>thing things>thing ening>ening string>string spring>spring",
  de: 'e en em er es ern bs>b ds>d fs>f gs>g hs>h ks>k ls>l ms>m ns>n rs>r|t et st est te ten tet tete ert erte erten ste sten',
  fr: 'e s es aux>al ise>i ises>i|ee ees er ez ait aient ai ant ante ants antes ent ente ents entes era eront erait erent eux>eu euse>eu euses>eu ive>if ives>if ment>ment ments>ment|ement ements',
  es: 'o a e s os as es|ar er ir ado ada ados adas ido ida idos idas ando iendo aron ieron aba aban ia ias ian ara aran an amos emos imos amente|isimo isima isimos isimas mente',
  nl: 'e en s es|er ere ers ing ingen rt>r kt>k lt>l pt>p gt>g rd>r gd>g ld>l rde>r rden>r gde>g gden>g lde>l lden>l kte>k kten>k pte>p pten>p tje tjes je jes',
  it: 'o a i e io ii chi>c che>c ghi>g ghe>g|are ere ire ato ata ati ate ito ita iti ite uto uta uti ute ando endo ano ono ava avano iva ivano amente emente|issimo issima issimi issime mente',
  pt: 'o a e s os as es ao>ao oes>ao aes>ao ais>al eis>el|ar er ir ado ada ados adas ido ida idos idas ando endo indo aram eram iram ava avam ou eu iu ia iam am em ens gue>g gues>g amente|issimo issima mente',
}
