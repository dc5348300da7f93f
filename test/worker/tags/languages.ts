import { describe, expect, it } from 'vitest'
import type { Rule } from '../../../worker/contract/tags.ts'
import { anotherSurvey, feed, forgetTags, makeTag, said } from './ground.ts'

interface Case {
  rule: Rule
  /** Comments the rule is meant for: inflected, in capitals, without accents. */
  fits: string[]
  /** Those that have its letters and not its words. */
  misses: string[]
  /** What a manager types, and which comments that finds, counted through both lists. */
  search: [typed: string, found: number[]][]
}

const any = (...phrases: string[]): Rule => ({ any: phrases, all: [], not: [] })

const cases: Record<string, Case> = {
  en: {
    rule: { any: ['size', 'deliver*', "didn't arrive"], all: [], not: ['free delivery'] },
    fits: ['Both SIZES were wrong', 'It was delivered broken', 'My order didn’t arrive'],
    misses: ['What a sizeable shop', 'Undelivered, says the mail', 'Free delivery is nice', 'It did arrive, didn’t it'],
    search: [
      ['deliver*', [1, 5]],
      ['"didn\'t arrive"', [2]],
      ['sizes', [0]],
    ],
  },
  de: {
    rule: { any: ['Lieferung', 'verspät*', 'zu spät'], all: [], not: ['Lieferung gratis'] },
    fits: ['Die LIEFERUNGEN waren nicht gut', 'Das Paket kam verspätet an', 'Es kam leider zu spat', 'Schon wieder Verspätung!'],
    misses: ['Der Lieferwagen war schön', 'Spät ist es noch nicht. Zu teuer aber', 'Lieferung gratis, das ist gut'],
    search: [
      ['lieferungen', [0]],
      ['VERSPAT*', [1, 3]],
      ['"zu spät"', [2]],
      ['spät', [2, 5]],
    ],
  },
  fr: {
    rule: any('livraison', 'rembours*', 'trop cher', 'emballage'),
    fits: [
      'Les LIVRAISONS sont toujours en retard',
      'Je veux être remboursée',
      'La robe est trop chère',
      'L’emballage était abîmé',
    ],
    misses: ['Le livreur est très gentil', 'C’est cher, mais pas trop', 'La bourse ou la vie'],
    search: [
      ['abime', [3]],
      ['rembours*', [1]],
      ['"trop chere"', [2]],
      ["l'emballage", [3]],
    ],
  },
  es: {
    rule: any('zapato', 'devoluci*', 'muy caro'),
    fits: ['Los ZAPATOS son de mala calidad', 'La devolucion fue un problema', 'La camisa es muy cara'],
    misses: ['La zapatería es muy bonita', 'Es caro, muy bonito pero caro', 'Me devolvieron el dinero'],
    search: [
      ['devolución', [1]],
      ['zapat*', [0, 3]],
      ['"es muy"', [2, 3]],
    ],
  },
  nl: {
    rule: any('maat', 'lever*', 'te duur'),
    fits: ['De MATEN kloppen niet', 'De levering was heel traag', 'Het is te dure kleding'],
    misses: ['De maatschappij is niet goed', 'Het is duur. Te veel ook', 'Het geleverde is goed'],
    search: [
      ['maten', [0]],
      ['lever*', [1]],
      ['"te duur"', []],
      ['duur te', [4]],
    ],
  },
  it: {
    rule: any('pacco', 'sped*', 'troppo caro'),
    fits: ['I PACCHI sono arrivati rotti', 'La spedizione è stata lenta', 'Le scarpe sono troppo care'],
    misses: ['Il pacchetto è molto bello', 'È caro, ma non è troppo', 'Un rispedito al mittente'],
    search: [
      ['pacch*', [0, 3]],
      ['e stata', [1]],
      ['"troppo care"', [2]],
    ],
  },
  pt: {
    rule: any('entrega', 'devol*', 'muito caro', 'não chegou'),
    fits: ['As ENTREGAS são sempre más', 'Quero a devolução do artigo', 'A camisa é muito cara', 'A encomenda nao chegou'],
    misses: ['Os entregadores são muito simpáticos', 'É caro. Muito bom', 'Chegou, mas não gostei'],
    search: [
      ['devolucao', [1]],
      ['entreg*', [0, 4]],
      ['"nao chegou"', [3]],
    ],
  },
  sv: {
    rule: any('skjorta', 'lever*', 'för dyr'),
    fits: ['SKJORTORNA är inte bra', 'Leveransen var inte i tid', 'Jackan är for dyr'],
    misses: ['Det är inte dyrt för mig', 'Utlevererat, men inte till mig', 'Skjortlinning är inte bra'],
    search: [
      ['skjort*', [0, 5]],
      ['"for dyr"', [2]],
      ['för', [2, 3]],
    ],
  },
  pl: {
    rule: any('przesyłka', 'zwrot*', 'za drogo'),
    fits: ['PRZESYLKI nie ma od tygodnia', 'Nie oddali mi za zwrotu pieniędzy', 'Jest tu za drogo'],
    misses: ['Drogo nie jest, a za to ładnie', 'Przesyt reklam'],
    search: [
      ['przesyl*', [0]],
      ['pieniedzy', [1]],
      ['"za drogo"', [2]],
    ],
  },
  ru: {
    rule: any('доставка', 'возврат*', 'слишком дорого'),
    fits: ['Я недоволен ДОСТАВКОЙ', 'Возвраты принимают долго', 'Это слишком дорого!'],
    misses: ['Поставка мебели', 'Дорого, но не слишком'],
    search: [
      ['доставк*', [0]],
      ['ВОЗВРАТЫ', [1]],
      ['"слишком дорого"', [2]],
    ],
  },
  tr: {
    rule: any('kargo', 'iade*', 'çok pahalı', 'ısıtıcı'),
    fits: ['Kargolar hep geç geliyor', 'İADE süreci çok zor', 'Bu ürün COK PAHALI', 'ISITICI bozuk geldi', 'Isıtıcılar çok iyi'],
    misses: ['Karga gibi bir ses var', 'Pahalı değil, çok iyi', 'Siade iyi'],
    search: [
      ['kargo*', [0]],
      ['iade', [1]],
      ['pahalı', [2, 6]],
      ['PAHALI', [2, 6]],
      ['ısıtıcı', [3]],
      ['isitici*', [3, 4]],
    ],
  },
  el: {
    rule: any('παραγγελία', 'επιστροφ*', 'πολύ ακριβό', 'δρόμος'),
    fits: ['Η ΠΑΡΑΓΓΕΛΙΑ άργησε', 'Οι παραγγελίες αργούν', 'Η επιστροφή ήταν δύσκολη', 'Είναι πολυ ακριβός', 'ΔΡΟΜΟΣ κλειστός'],
    misses: ['Ακριβό, αλλά όχι πολύ', 'Παράγγειλα χθες'],
    search: [
      ['παραγγελία', [0]],
      ['παραγγελ*', [0, 1]],
      ['ΕΠΙΣΤΡΟΦΗ', [2]],
      ['δρομος', [4]],
      ['ΔΡΌΜΟΣ', [4]],
      ['ακριβος', [3]],
    ],
  },
  ar: {
    rule: any('توصيل', 'إرجاع', 'غالي جدا'),
    fits: ['كان التوصيل بطيئا', 'أريد إِرْجَاع الطلب', 'السعر غالي جدًا'],
    misses: ['غالي. جدا جميل', 'وصلت الهدية'],
    search: [
      ['التوصيل', [0]],
      ['إرجاع', [1]],
      ['"غالي جدا"', [2, 3]],
    ],
  },
  he: {
    rule: any('משלוח', 'החזר*', 'יקר מדי'),
    fits: ['משלוח לא הגיע', 'רוצה החזרה של הכסף', 'זה יקר מדי'],
    misses: ['יקר. מדי יום', 'שליח נחמד'],
    search: [
      ['משלוח', [0]],
      ['החזר*', [1]],
      ['"יקר מדי"', [2, 3]],
    ],
  },
  ja: {
    rule: any('配送', '返品', '値段が高い'),
    fits: ['配送がとても遅かったです', '返品できますか', '値段が高いと思う'],
    misses: ['値段はいい。高い店もある', '送料が無料'],
    search: [
      ['配送', [0]],
      ['返品', [1]],
      ['値段が高い', [2]],
    ],
  },
  zh: {
    rule: any('质量', '退货', '太贵'),
    fits: ['这件衣服的质量很好', '我要退货', '价格太贵了吧'],
    misses: ['贵店太好了', '重量很轻'],
    search: [
      ['质量', [0]],
      ['退货', [1]],
      ['太贵', [2]],
    ],
  },
  th: {
    rule: any('ส่งช้า', 'คืนสินค้า'),
    fits: ['ร้านนี้ส่งช้ามาก', 'อยากคืนสินค้าชิ้นนี้'],
    misses: ['ส่งเร็ว ไม่ช้า', 'สินค้าดีมาก'],
    search: [
      ['ช้า', [0, 2]],
      ['คืนสินค้า', [1]],
    ],
  },
  ko: {
    rule: any('배송', '환불*', '너무 비싸*'),
    fits: ['배송이 늦었어요', '환불해 주세요', '너무 비싸요'],
    misses: ['비싸지만 너무 좋아요', '배우가 좋아요'],
    search: [
      ['배송*', [0]],
      ['환불*', [1]],
      ['"너무 비싸요"', [2]],
    ],
  },
}

/** Rules and search, from what the widget sends to what a manager finds. */
export function languages(): void {
  describe.each(Object.entries(cases))('in %s', (locale, { rule, fits, misses, search }) => {
    const all = [...fits, ...misses]
    it('a rule finds a word in its forms, a beginning and a phrase, and a search what was typed', async () => {
      await forgetTags()
      const survey = await anotherSurvey()
      await makeTag({ name: 'Topic', rules: [rule] })
      for (const comment of all) await said(comment, 5, survey, { context: { locale } })
      const placesOf = async (query: Record<string, string>) => {
        const comments = (await feed({ survey, ...query })).map(({ comment }) => comment)
        return comments.map((comment) => all.indexOf(comment)).sort((a, b) => a - b)
      }
      expect((await placesOf({ tag: 'Topic' })).map((at) => all[at])).toEqual(fits)
      const found = await Promise.all(search.map(async ([q]) => [q, await placesOf({ q })]))
      expect(found).toEqual(search)
    })
  })
}
