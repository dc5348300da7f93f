import type { Language } from './language.ts'

/**
 * Endings by language, of folded words. `ies>y` leaves a y; `ss>ss` is no ending. Groups between `|` need three letters before
 * them, then four, five and so on (what is left of the ending counts).
 */
export const endings: Partial<Record<Language, string>> = {
  en: "s es e ed ing ies>y ied>y 's s' ss>ss us>us is>is eed>eed thing>thing things>thing ening>ening string>string spring>spring shorts>shorts tights>tights glasses>glasses goods>goods",
  de: 'e en em er es ern bs>b ds>d fs>f gs>g hs>h ks>k ls>l ms>m ns>n rs>r|t et st est te ten tet tete ert erte erten ste sten',
  fr: 'e s es aux>al ise>i ises>i|ee ees er ez ait aient ai ant ante ants antes ent ente ents entes era eront erait erent eux>eu euse>eu euses>eu ive>if ives>if ment>ment ments>ment|ement ements',
  es: 'o a e s os as es|ar er ir ado ada ados adas ido ida idos idas ando iendo aron ieron aba aban ia ias ian ara aran an amos emos imos amente|isimo isima isimos isimas mente',
  nl: 'e en s es een>een oen>oen ien>ien oer>oer ier>ier ijs>ijs uis>uis eis>eis oos>oos aas>aas|er ere ers ing ingen rt>r kt>k lt>l pt>p gt>g rd>r gd>g ld>l rde>r rden>r gde>g gden>g lde>l lden>l kte>k kten>k pte>p pten>p tje tjes je jes',
  it: 'o a i e io ii chi>c che>c ghi>g ghe>g|are ere ire ato ata ati ate ito ita iti ite uto uta uti ute ando endo ano ono ava avano iva ivano amente emente|issimo issima issimi issime mente',
  pt: 'o a e s os as es ao>ao oes>ao aes>ao ais>al eis>el|ar er ir ado ada ados adas ido ida idos idas ando endo indo aram eram iram ava avam ou eu iu ia iam am em ens gue>g gues>g amente|issimo issima mente',
  sv: 'a e s ans>ans n et en ar er or na an as|arna erna orna ande ade at are ast heten heter het t',
  da: 'e s n et en er ene erne ens ets ede te ende ers|este ere heden heder hed t',
  nb: 'e s a n et en er ene ens ets ede te ende ers|este ere heten heter het t',
  fi: 'n a aa t i an en in on un ta tta ssa sta lla lta lle ksi na ni si nsa mme nne kin|issa ista illa ilta ille iksi ina iin ien iden ten ja jen ja jia oja ojen issaan staan ssaan llaan een oon aan',
  hu: 't a e i k s at et ot ut ak ek ok ban ben ba be bol rol tol nak nek val vel ra re hoz hez nal nel ert ig ul im om em am|ja je juk jei jai ait eit tam tem tek tak okat akat eket oknak ott ett',
  ro: 'a e i u ul ului ei le lor ii iei elor ilor uri urile urilor ele|at ata ati ate it ita iti ite ut uta uti ute are area arii ere ire and eaza ului esc este ale',
  tr: 'i u a e da de ta te dan den tan ten in un nin nun im um imiz umuz si su ya ye yi yu lar ler la le|lari leri larin lerin larda lerde lardan lerden lara lere alar eler ilar iler ular uler alari eleri ilari ileri ulari uleri alarin elerin ilarin ilerin ularin ulerin larim lerim di du dim dum tim tum mis mus iyor uyor mek mak dir dur acak ecek iniz unuz sini sinda sinde inda inde indan inden',
  id: 'nya kan an i lah kah pun ku mu|annya kannya',
  ga: 'a e i adh ach aigh anna ai ta te|eanna acha eacha adha igh tha the idh',
  lt: 'as a e i o u is ys us os es ai ui ei ia ie io iu ios iai ius ims ams oms ems ais omis emis oje eje yje uje|iams iais iomis iose iuose ojo oja ejo eja ti ta to tas tos tu siu',
  ru: 'а я о е и ы у ю й ь ой ей ом ем ам ям ах ях ов ев ий ый ая яя ое ее ые ие ую юю ого его ому ему ым им ых их ами ями ию ия ии ием ью|ить ать ять еть ил ила или ило ал ала али ало ает ают ит ят ете ите ался алась ались ился илась ились ится ются ыми ими ешь ишь ость ости',
  uk: 'а я о е и і ї у ю й ь ою ею ом ем ам ям ах ях ів їв ий ій ого ого ому их им ими ами ями ими ія ії ію є еві ові|ити ати яти ив ила или ило ав ала али ало ає ають ить ять ться лися лася вся ості ість ами',
  bg: 'а я о е и ът та то те ят ия ия ите ата ото ето ове и ни на но|ите ата ява ях ал ала али ило ил ила или ван вана вани овете ията ният ната ното ните ха хме',
  sr: 'a e i o u om em oj og im ih ama ima ov ova eg|ila ili ilo io ao ala ali alo iti ati eti iju aju ao ан а е и о у ом ем ој ог им их ама има|ила или ило ио ао ала али ало ити ати ети ију ају',
  el: 'ασ οσ ησ εσ η α ο ι υ ε ου οι ων ουσ εισ εωσ ια ιο ιοσ ιων ιεσ ιασ ιου ιουσ|ατα ατοσ ησε ησα ηκε ηκα αμε ετε ουν ουμε ανε ηκαν ησαν ικο ικη ικα ικοι ικοσ',
  hy: 'ը ն ի ու ով ից ում եր ներ երը ները երի ների|երով ներով ներից ությունը ության ել եց ած եցի',
  ar: 'ه ها هم هن نا ني ك كم ات ان ين ون يه ي|هما كما تها',
  hi: 'ा ी े ो ि ु ू ों ें ाँ ियाँ ियों ाओं ाएँ ीं|ना ने नी ता ते ती ूंगा ेगा ेगी ेंगे कर',
  ne: 'को का की ले लाई मा बाट हरू हरु संग|हरूको हरूले हरूलाई हरूमा हरुको एको एका एकी यो ्यो',
  sa: 'ः म् ं ाः ान् ेन ाय ात् स्य े ौ ैः ेषु ानाम् ति न्ति',
  ta: 'ை ்கள் களை களின் கள் ில் ிற்கு க்கு ின் ால் ுடன் த்தை து ும்|ிலிருந்து வில்லை',
  ko: '이 가 은 는 을 를 에 의 도 로 와 과 만 에서 으로 이나 까지 부터 에게 한테 처럼 보다',
  pl: 'a e i y o u ie em ow om ach ami ie iem ek ka ki ke ko ku|ego emu ych ymi ymi owi ami iach ania anie enia enie al ala ali aly alo il ila ili ily ilo ic ac ec ana any ane ony ona one',
  cs: 'a e i y o u em um am ou ech ach ich ami imi ove ovi ho mu|eho emu ych ymi ani eni al ala ali alo il ila ili ilo it at et any ana ane eny ena ene',
}
